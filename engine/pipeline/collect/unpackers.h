// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/collect/file_text.h"

#include <string_view>

namespace gavel::pipeline {

/// By the first bytes: RFC 1952 for gzip, RFC 8878 for zstd (a skippable frame may come first).
Packing packingOf(std::string_view firstBytes);
/// nullptr for text that is not packed.
std::unique_ptr<Unpacker> makeUnpacker(Packing packing);

} // namespace gavel::pipeline
