#pragma once

#include <QtEndian>
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace neuraxis::io {

/// A number at `bytes`, stored in the given byte order.
template <class T> T loadNumber(const void* bytes, bool bigEndian) {
    return bigEndian ? qFromBigEndian<T>(bytes) : qFromLittleEndian<T>(bytes);
}

/// Reverses each run of `width` bytes in place.
inline void swapBytes(std::byte* bytes, std::size_t length, std::size_t width) {
    switch (width) {
    case 1: break;
    case 2: qbswap<2>(bytes, static_cast<qsizetype>(length / 2), bytes); break;
    case 4: qbswap<4>(bytes, static_cast<qsizetype>(length / 4), bytes); break;
    case 8: qbswap<8>(bytes, static_cast<qsizetype>(length / 8), bytes); break;
    default:
        for (std::size_t i = 0; i + width <= length; i += width) std::reverse(bytes + i, bytes + i + width);
    }
}

} // namespace neuraxis::io
