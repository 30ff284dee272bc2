// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pipeline/collect/line_file.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <zlib.h>
#include <zstd.h>

namespace gavel::pipeline {

/// Files of one test, gone with it.
class FileBed
{
public:
    std::filesystem::path path(const std::string& name = {}) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    std::filesystem::path write(const std::string& name, std::string_view text) const
    {
        std::ofstream(path(name), std::ios::binary | std::ios::trunc) << text;
        return path(name);
    }
    void append(const std::string& name, std::string_view text) const
    {
        std::ofstream(path(name), std::ios::binary | std::ios::app) << text;
    }

private:
    QTemporaryDir m_folder;
};

/// One gzip member.
inline std::string gzipOf(std::string text)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
    std::string packed(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

/// One zstd frame.
inline std::string zstdOf(const std::string& text)
{
    std::string packed(ZSTD_compressBound(text.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), text.data(), text.size(), 3));
    return packed;
}

/// Numbered lines "{"n":FIRST}" to "{"n":LAST}".
inline std::string numbered(int first, int last)
{
    std::string text;
    for (int i = first; i <= last; ++i)
        text += "{\"n\":" + std::to_string(i) + "}\n";
    return text;
}

/// What a result failed with, "" when it did not.
template<typename T>
std::string codeOf(const Result<T>& result)
{
    return result ? std::string() : result.error().code;
}

} // namespace gavel::pipeline
