#pragma once

#include "core/model/volume.h"

#include <QtGlobal>
#include <cstdint>

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
    const auto as = [&]<class T>(const T*) {
        return StoredVoxels<T>{reinterpret_cast<const T*>(volume.voxels(index))};
    };
    switch (volume.header().type) {
    case StoredType::Int8: return visit(as(static_cast<const std::int8_t*>(nullptr)));
    case StoredType::UInt8: return visit(as(static_cast<const std::uint8_t*>(nullptr)));
    case StoredType::Int16: return visit(as(static_cast<const std::int16_t*>(nullptr)));
    case StoredType::UInt16: return visit(as(static_cast<const std::uint16_t*>(nullptr)));
    case StoredType::Int32: return visit(as(static_cast<const std::int32_t*>(nullptr)));
    case StoredType::UInt32: return visit(as(static_cast<const std::uint32_t*>(nullptr)));
    case StoredType::Float32: return visit(as(static_cast<const float*>(nullptr)));
    case StoredType::Float64: return visit(as(static_cast<const double*>(nullptr)));
    case StoredType::Rgb24: return visit(StoredColours{reinterpret_cast<const std::uint8_t*>(volume.voxels(index))});
    }
    Q_UNREACHABLE();
}

} // namespace neuraxis::render
