// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/base/error.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;

namespace gavel::store {

/// Packs bytes into zstd frames, each with its own checksum.
class Packer
{
public:
    Packer();
    ~Packer();
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;

    /// Appends a frame of a column: whichever is smallest of the values, their differences, or
    /// eight bytes each. Returns the frame's size.
    Result<std::size_t> addColumn(std::span<const std::int64_t> values, std::string& out);
    /// Appends a frame of any bytes.
    Result<std::size_t> addBytes(std::string_view bytes, std::string& out);

private:
    ZSTD_CCtx_s* m_context;
    std::string m_plain;
    std::string m_steps;
    std::string m_fixed;
};

/// Unpacks them again. Bytes may be anything: what is not a frame of the expected size is an error.
class Unpacker
{
public:
    Unpacker();
    ~Unpacker();
    Unpacker(const Unpacker&) = delete;
    Unpacker& operator=(const Unpacker&) = delete;

    /// Exactly so many values. Errors: SEGMENT_DAMAGED.
    Result<std::vector<std::int64_t>> column(std::string_view frame, std::size_t count);
    /// At most so many bytes. Errors: SEGMENT_DAMAGED.
    Result<std::string> bytes(std::string_view frame, std::size_t most);

private:
    ZSTD_DCtx_s* m_context;
};

} // namespace gavel::store
