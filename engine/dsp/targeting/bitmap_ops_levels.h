// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dsp/targeting/bitmap_ops.h"

namespace gavel::dsp {

// The operations of each level; the vector ones may run only where the processor has them.
extern const BitmapOps kPlainOps;
#if defined(__x86_64__)
extern const BitmapOps kAvx2Ops;
extern const BitmapOps kAvx512Ops;
#endif

} // namespace gavel::dsp
