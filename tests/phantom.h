#pragma once

#include "core/model/volume.h"

#include <cstdint>
#include <cstring>
#include <functional>

namespace neuraxis::test {

/// A volume of int16 voxels, each `value(i, j, k)`.
inline std::shared_ptr<const Volume> phantom(std::array<int, 3> size, const Affine& voxelToLps,
                                             const std::function<int(int, int, int)>& value,
                                             const QString& name = QStringLiteral("phantom")) {
    VolumeHeader header;
    header.format = QStringLiteral("phantom");
    header.name = name;
    header.size = size;
    header.voxelToLps = voxelToLps;
    header.type = StoredType::Int16;
    std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
    auto* next = reinterpret_cast<std::int16_t*>(voxels.get());
    for (int k = 0; k < size[2]; ++k)
        for (int j = 0; j < size[1]; ++j)
            for (int i = 0; i < size[0]; ++i) *next++ = static_cast<std::int16_t>(value(i, j, k));
    return std::make_shared<const Volume>(header, voxels);
}

} // namespace neuraxis::test
