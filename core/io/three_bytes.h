#pragma once

namespace neuraxis::io {

/// A number of three bytes, big-endian, as FreeSurfer's older files count.
inline int threeBytes(const char* at) {
    const auto* b = reinterpret_cast<const unsigned char*>(at);
    return b[0] << 16 | b[1] << 8 | b[2];
}

} // namespace neuraxis::io
