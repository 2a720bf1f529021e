#pragma once

#include "core/io/dicom_frame.h"

namespace neuraxis::io {

/// Takes one frame's numbers out of packed bits, the lowest bit of the first byte first (PS3.5 8.1.1): into 1, 2 or
/// 4 bytes each, whichever the layout's bits fit. `first` bits are left out. Whole bytes are only copied.
void unpackBits(const PixelLayout& layout, const std::byte* from, int first, std::byte* to);

/// Moves the stored bits of a frame down; what the header leaves over above them, perhaps an overlay
/// (PS3.5 8.1.2), becomes sign or, of unsigned numbers, 0.
void normaliseBits(const PixelLayout& layout, std::byte* numbers);

/// Numbers of `fromBytes` each become numbers of `toBytes`, 1, 2 or 4, of which there are more.
void widenNumbers(const std::byte* from, int fromBytes, std::byte* to, int toBytes, std::size_t count, bool isSigned);

/// The `bits` lowest of each number are two's complement: the others become copies of the highest of these.
void extendSign(std::byte* numbers, int bytesEach, std::size_t count, int bits);

} // namespace neuraxis::io
