#pragma once

#include "core/model/stored_type.h"

namespace neuraxis::render {

/// Voxels of one stored type.
template <class T> struct StoredVoxels {
    const T* first;
    static constexpr int components = 1;
    double operator[](std::size_t index) const { return static_cast<double>(first[index]); }
};

/// Red, green and blue; as one value their brightness, as in Volume::value() (ITU-R BT.601).
struct StoredColours {
    const std::uint8_t* first;
    static constexpr int components = 3;
    double operator[](std::size_t index) const {
        const std::uint8_t* c = first + 3 * index;
        return 0.299 * c[0] + 0.587 * c[1] + 0.114 * c[2];
    }
};

/// Calls visit(voxels) with one volume's voxels in their own type.
template <class Visit> auto withStoredVoxels(const Volume& volume, int index, Visit visit) {
    if (volume.header().type == StoredType::Rgb24)
        return visit(StoredColours{reinterpret_cast<const std::uint8_t*>(volume.voxels(index))});
    return withStoredType(volume.header().type, [&](auto zero) {
        return visit(StoredVoxels<decltype(zero)>{reinterpret_cast<const decltype(zero)*>(volume.voxels(index))});
    });
}

} // namespace neuraxis::render
