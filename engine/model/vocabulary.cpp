// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/model/vocabulary.h"

namespace gavel::model {

std::optional<Dimension> dimensionNamed(std::string_view name)
{
    for (std::size_t i = 0; i < kDimensions; ++i)
        if (kDimensionNames[i] == name)
            return static_cast<Dimension>(i);
    return std::nullopt;
}

std::string Vocabulary::text(Dimension dimension, Handle handle) const
{
    if (handle == base::kNone)
        return {};
    if (dimension == Dimension::Age)
        return std::to_string(handle - 1);
    return std::string(of(dimension).text(handle));
}

} // namespace gavel::model
