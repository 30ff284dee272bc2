// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pipeline/values/text_arena.h"

#include <cassert>

namespace gavel::pipeline {

char* TextArena::take(std::size_t bytes)
{
    assert(bytes <= kBlock);
    if (m_used + bytes > kBlock) {
        ++m_block;
        m_used = 0;
    }
    if (m_block == m_blocks.size())
        m_blocks.push_back(std::make_unique<char[]>(kBlock));
    char* place = m_blocks[m_block].get() + m_used;
    m_used += bytes;
    return place;
}

} // namespace gavel::pipeline
