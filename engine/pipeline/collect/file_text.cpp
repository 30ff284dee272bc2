// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/collect/file_text.h"

#include "engine/base/digest.h"
#include "engine/pipeline/collect/unpackers.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <system_error>

namespace gavel::pipeline {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = std::size_t{64} * 1024;

Error unreadable(const fs::path& path, std::string why)
{
    return {"FILE_UNREADABLE", path.string(), std::move(why),
            "see whether it is a file that may be read"};
}

} // namespace

Result<FileText> FileText::open(const fs::path& path)
{
    std::error_code failed;
    const auto status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found)
        return Error{"FILE_MISSING", path.string(), "there is no such file", "check its path"};
    if (status.type() != fs::file_type::regular)
        return unreadable(path, failed ? failed.message() : "this is no regular file");
    FileText text;
    text.m_path = path;
    text.m_file.reset(std::fopen(path.c_str(), "rbe"));
    if (!text.m_file)
        return unreadable(path, std::generic_category().message(errno));
    text.m_size = fs::file_size(path, failed);
    if (failed)
        return unreadable(path, failed.message());
    if (auto head = text.readHead(); !head)
        return head.error();
    return text;
}

Result<void> FileText::readHead()
{
    m_head.resize(kHeadBytes);
    auto got = readRaw(m_head);
    if (!got)
        return got.error();
    m_head.resize(*got);
    m_packing = packingOf(m_head);
    m_unpacker = makeUnpacker(m_packing);
    m_packed = m_head;
    return {};
}

Result<std::size_t> FileText::readRaw(std::span<char> bytes)
{
    std::clearerr(m_file.get()); // the file may have grown since its end was seen
    const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), m_file.get());
    if (std::ferror(m_file.get()) != 0)
        return unreadable(m_path, std::generic_category().message(errno));
    m_read += got;
    return got;
}

Result<std::size_t> FileText::read(std::span<char> text)
{
    assert(!text.empty());
    while (!m_isBroken) {
        const auto packed = std::span<const char>(m_packed).subspan(m_used);
        if (m_unpacker) {
            const auto step = m_unpacker->step(packed, text);
            m_used += step.taken;
            const bool isStuck = !packed.empty() && step.taken == 0 && step.given == 0;
            m_isBroken = step.isBroken || isStuck;
            if (step.given > 0) {
                m_offset += step.given;
                return step.given;
            }
            if (m_isBroken || m_used < m_packed.size())
                continue;
        } else if (!packed.empty()) {
            const std::size_t given = std::min(packed.size(), text.size());
            std::copy_n(packed.begin(), given, text.begin());
            m_used += given;
            m_offset += given;
            return given;
        }
        m_packed.resize(kBlock);
        m_used = 0;
        auto got = readRaw(m_packed);
        m_packed.resize(got ? *got : 0);
        if (!got || *got == 0)
            return got;
    }
    return broken();
}

Error FileText::broken() const
{
    const std::string packing = m_packing == Packing::Gzip ? "gzip" : "zstd";
    return {"FILE_BROKEN", m_path.string(),
            "the " + packing + " data are broken at byte " + std::to_string(packedOffset()),
            "fetch the file again; what is before this place was read"};
}

Result<void> FileText::goTo(std::uint64_t offset)
{
    assert(offset >= m_offset);
    if (!m_unpacker) {
        if (std::fseek(m_file.get(), static_cast<long>(offset), SEEK_SET) != 0)
            return unreadable(m_path, std::generic_category().message(errno));
        m_packed.clear();
        m_used = 0;
        m_read = m_offset = offset;
        return {};
    }
    std::string passed(kBlock, '\0');
    while (m_offset < offset) {
        const auto most = std::min<std::uint64_t>(passed.size(), offset - m_offset);
        auto got = read(std::span(passed).first(most));
        if (!got)
            return got.error();
        if (*got == 0)
            return Error{"FILE_BROKEN", m_path.string(),
                         "its text ends before byte " + std::to_string(offset)
                             + ", where reading is to go on",
                         "put the whole file back"};
    }
    return {};
}

std::uint64_t FileText::packedOffset() const
{
    return m_read - (m_packed.size() - m_used);
}

std::uint64_t FileText::fingerprint(std::size_t bytes) const
{
    base::Digest digest;
    for (const char byte : std::string_view(m_head).substr(0, bytes))
        digest.add(std::uint64_t{static_cast<unsigned char>(byte)});
    return digest.value();
}

} // namespace gavel::pipeline
