// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/random.h"

#include <cmath>

namespace gavel::base {

Random::Random(std::uint64_t seed)
{
    for (auto& word : m_s)
        word = seed = mix64(seed);
}

Random Random::split(std::uint64_t stream) const
{
    return Random(mix64(m_s[0] ^ mix64(stream + 0x5851f42d4c957f2dULL)));
}

double Random::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spareNormal;
    }
    double u = 0;
    double v = 0;
    double s = 0;
    do {
        u = 2 * uniform() - 1;
        v = 2 * uniform() - 1;
        s = u * u + v * v;
    } while (s >= 1 || s == 0);
    const double scale = std::sqrt(-2 * std::log(s) / s);
    m_spareNormal = v * scale;
    m_hasSpare = true;
    return u * scale;
}

double Random::logNormal(double mu, double sigma)
{
    return std::exp(mu + sigma * normal());
}

double Random::exponential(double mean)
{
    return -mean * std::log1p(-uniform());
}

} // namespace gavel::base
