// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ledger/settlement/split.h"

#include "engine/base/fault.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <numeric>

namespace gavel::ledger {

std::vector<Money> splitByWeights(Money whole, std::span<const std::int64_t> weights)
{
    assert(whole >= Money{});
    __int128_t sum = 0;
    for (const std::int64_t weight : weights) {
        assert(weight >= 0);
        sum += weight;
    }
    std::vector<Money> parts(weights.size());
    if (sum == 0)
        return parts;
    std::vector<__int128_t> remainders(weights.size());
    std::int64_t left = whole.micros;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const __int128_t exact = static_cast<__int128_t>(whole.micros) * weights[i];
        parts[i].micros = static_cast<std::int64_t>(exact / sum);
        remainders[i] = exact % sum;
        left -= parts[i].micros;
    }
    if (left == 0 || base::planted(base::Fault::LoseRemainder))
        return parts;
    // Fewer micro-units are left than there are parts with a remainder.
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto middle = order.begin() + static_cast<std::ptrdiff_t>(left);
    std::nth_element(order.begin(), middle, order.end(), [&](std::size_t a, std::size_t b) {
        return remainders[a] != remainders[b] ? remainders[a] > remainders[b] : a < b;
    });
    for (auto at = order.begin(); at != middle; ++at)
        parts[*at].micros += 1;
    return parts;
}

Money converted(Money amount, std::int64_t numerator, std::int64_t denominator)
{
    assert(amount >= Money{} && numerator > 0 && denominator > 0);
    const __int128_t exact = static_cast<__int128_t>(amount.micros) * numerator / denominator;
    assert(exact <= std::numeric_limits<std::int64_t>::max());
    return {static_cast<std::int64_t>(exact)};
}

Money wholeMicros(std::int64_t nanos)
{
    if (base::planted(base::Fault::RoundHalfUp))
        return {(nanos + 500) / 1000};
    return {std::max<std::int64_t>(0, nanos) / 1000};
}

} // namespace gavel::ledger
