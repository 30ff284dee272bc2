// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/distribute/file_channel.h"

#include "engine/base/iso_time.h"
#include "engine/base/json.h"
#include "engine/store/workspace_files.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <system_error>
#include <unistd.h>

namespace gavel::pipeline {

namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using base::Need;

constexpr int kFileStateVersion = 1;

Error unwritable(const fs::path& path, const std::string& why)
{
    return {"FILE_UNWRITABLE", path.string(), why,
            "check the folder, its permissions and the disk"};
}

Error unwritable(const fs::path& path, const std::error_code& why)
{
    return unwritable(path, why.message());
}

/// An open file, closed with this.
class Descriptor
{
public:
    explicit Descriptor(const fs::path& path)
        : m_number(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644))
    {
    }
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    /// Writes all of it there, in place of what is behind; false leaves why in errno.
    bool write(std::string_view bytes, std::uint64_t offset) const
    {
        if (::ftruncate(m_number, static_cast<off_t>(offset)) != 0)
            return false;
        while (!bytes.empty()) {
            const auto written
                = ::pwrite(m_number, bytes.data(), bytes.size(), static_cast<off_t>(offset));
            if (written < 0 && errno != EINTR)
                return false;
            const auto count = static_cast<std::size_t>(std::max<ssize_t>(written, 0));
            bytes.remove_prefix(count);
            offset += count;
        }
        return ::fsync(m_number) == 0;
    }
    bool isOpen() const { return m_number >= 0; }

private:
    int m_number;
};

/// "NAME-20260105-13.jsonl"
std::string fileName(const std::string& name, TimeMs at, BatchFormat format)
{
    const std::string iso = base::toIso(at); // 2026-01-05T13:...
    return name + "-" + iso.substr(0, 4) + iso.substr(5, 2) + iso.substr(8, 2) + "-"
        + iso.substr(11, 2) + (format == BatchFormat::Csv ? ".csv" : ".jsonl");
}

} // namespace

FileChannel::FileChannel(fs::path folder, std::string name)
    : m_folder(std::move(folder))
    , m_name(std::move(name))
{
}

fs::path FileChannel::statePath() const
{
    return m_folder / ("." + m_name + ".state");
}

fs::path FileChannel::partPath() const
{
    return m_folder / (m_file + ".part");
}

Result<FileChannel> FileChannel::open(fs::path folder, std::string name)
{
    std::error_code failed;
    if (!fs::is_directory(folder, failed))
        return Error{"FOLDER_MISSING", folder.string(), "there is no such folder",
                     "make it, or name another one"};
    FileChannel channel(std::move(folder), std::move(name));
    if (auto read = channel.readState(); !read)
        return read.error();
    if (auto cut = channel.cutPart(); !cut)
        return cut.error();
    return channel;
}

Result<void> FileChannel::readState()
{
    std::error_code failed;
    if (!fs::exists(statePath(), failed))
        return {};
    std::ifstream in(statePath(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    std::vector<std::string> keys;
    const auto read = [&](const json::value& value, std::vector<Error>& errors) {
        base::ObjectReader reader(value, "", errors);
        int version = 0;
        reader.integer("version", version, kFileStateVersion, kFileStateVersion, Need::Required);
        reader.text("file", m_file, Need::Required);
        reader.integer<std::uint64_t>("size", m_size, 0, INT64_MAX, Need::Required);
        reader.texts("keys", keys, Need::Required);
        reader.refuseUnknown();
        if (m_file.find('/') != std::string::npos)
            reader.fail("file", "this is not the name of a file here", "remove the state");
        return true;
    };
    if (const auto good = base::readDocument(text, statePath().string(), read); !good)
        return Error{"FILE_BROKEN", good.error().where, good.error().what,
                     "remove this file; the last parcels may then be written twice"};
    m_keys.assign(keys.begin(), keys.end());
    return {};
}

Result<void> FileChannel::writeState()
{
    json::array keys;
    for (const std::string& key : m_keys)
        keys.emplace_back(key);
    const std::string text = base::jsonText(json::object{
        {"version", kFileStateVersion}, {"file", m_file}, {"size", m_size}, {"keys", keys}});
    fs::path temporary = statePath();
    temporary += ".new";
    {
        std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
        out << text;
        if (!out.flush())
            return unwritable(temporary, "it cannot be written");
    }
    if (auto renamed = store::renameDurably(temporary, statePath()); !renamed)
        return unwritable(statePath(), renamed.error().what);
    return {};
}

/// The present file holds what is noted of it, or has its name already.
Result<void> FileChannel::cutPart()
{
    std::error_code failed;
    if (m_file.empty() || !fs::exists(partPath(), failed)) {
        m_file.clear();
        m_size = 0;
        return {};
    }
    const auto size = fs::file_size(partPath(), failed);
    if (!failed && size > m_size)
        fs::resize_file(partPath(), m_size, failed);
    if (failed)
        return unwritable(partPath(), failed);
    if (size < m_size) {
        m_size = size;
        m_keys.clear(); // rather twice than not at all
    }
    return {};
}

Result<void> FileChannel::append(const Parcel& parcel, TimeMs at)
{
    assert(parcel.format != BatchFormat::JsonArray);
    if (std::ranges::find(m_keys, parcel.key()) != m_keys.end())
        return {};
    const std::string file = fileName(m_name, at, parcel.format);
    const bool isSameKind = m_file.ends_with(parcel.format == BatchFormat::Csv ? ".csv" : ".jsonl");
    if (m_file.empty() || file > m_file || !isSameKind)
        if (auto begun = begin(file); !begun)
            return begun;
    const bool needsHeader = m_size == 0 && parcel.format == BatchFormat::Csv;
    const std::uint64_t before = m_size;
    auto done = write(needsHeader ? parcel.header + "\r\n" + parcel.texts : parcel.texts);
    if (done) {
        m_keys.push_back(parcel.key());
        done = writeState();
        if (!done)
            m_keys.pop_back();
    }
    if (!done) {
        std::error_code ignored; // the next one cuts it off, too
        m_size = before;
        fs::resize_file(partPath(), m_size, ignored);
    } else if (m_keys.size() > kKeptKeys) {
        m_keys.pop_front();
    }
    return done;
}

/// Ends the present file and begins another one, or goes on with it when it has its name already.
/// Noted before it is done, so that no part is ever found that nothing is known of.
Result<void> FileChannel::begin(const std::string& file)
{
    if (auto finished = finish(); !finished)
        return finished;
    std::error_code failed;
    const fs::path named = m_folder / file;
    const bool isThere = fs::exists(named, failed);
    m_file = file;
    m_size = isThere && !failed ? fs::file_size(named, failed) : 0;
    auto begun = failed ? Result<void>(unwritable(named, failed)) : writeState();
    if (begun && isThere) {
        fs::rename(named, partPath(), failed);
        if (failed)
            begun = unwritable(named, failed);
    }
    if (!begun) {
        m_file.clear();
        m_size = 0;
    }
    return begun;
}

Result<void> FileChannel::write(const std::string& bytes)
{
    const Descriptor part(partPath());
    if (part.isOpen() && part.write(bytes, m_size)) {
        m_size += bytes.size();
        return {};
    }
    return unwritable(partPath(), std::generic_category().message(errno));
}

Result<void> FileChannel::finish()
{
    if (m_file.empty())
        return {};
    std::error_code failed;
    if (fs::exists(partPath(), failed))
        if (auto renamed = store::renameDurably(partPath(), m_folder / m_file); !renamed)
            return unwritable(m_folder / m_file, renamed.error().what);
    m_file.clear();
    m_size = 0;
    return {};
}

} // namespace gavel::pipeline
