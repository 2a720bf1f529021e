#pragma once

#include "core/model/volume.h"

#include <cstdint>
#include <functional>

namespace neuraxis::test {

/// A series of int16 volumes, each voxel `value(i, j, k, volume)`; `fourth` says what sets the volumes apart.
inline std::shared_ptr<const Volume> seriesPhantom(std::array<int, 3> size, int volumes, const Affine& voxelToLps,
                                                   const std::function<int(int, int, int, int)>& value,
                                                   const FourthDimension& fourth = {},
                                                   const QString& name = QStringLiteral("series")) {
    VolumeHeader header;
    header.format = QStringLiteral("phantom");
    header.name = name;
    header.size = size;
    header.volumes = volumes;
    header.voxelToLps = voxelToLps;
    header.type = StoredType::Int16;
    header.fourth = fourth;
    std::shared_ptr<std::byte> voxels(new std::byte[header.bytes()], std::default_delete<std::byte[]>());
    auto* next = reinterpret_cast<std::int16_t*>(voxels.get());
    for (int v = 0; v < volumes; ++v)
        for (int k = 0; k < size[2]; ++k)
            for (int j = 0; j < size[1]; ++j)
                for (int i = 0; i < size[0]; ++i) *next++ = static_cast<std::int16_t>(value(i, j, k, v));
    return std::make_shared<const Volume>(header, voxels);
}

/// As a diffusion scan of two shells: volumes 0 and 4 at b = 0, the others at 1000 and 2000 as scanners write them.
inline FourthDimension twoShells() {
    FourthDimension fourth;
    fourth.bValues = {0, 995, 2000, 1005, 5, 1990, 1000};
    fourth.bVectors = {{0, 0, 0}, {1, 0, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, 0}, {0, 0.6, -0.8}, {-0.6, 0, 0.8}};
    return fourth;
}

} // namespace neuraxis::test
