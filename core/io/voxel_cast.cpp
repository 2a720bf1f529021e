#include "core/io/voxel_cast.h"

#include "core/model/stored_type.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <new>

namespace neuraxis::io {

namespace {

std::size_t voxelCount(const VolumeHeader& header) {
    return header.voxelsPerVolume() * static_cast<std::size_t>(header.volumes);
}

template <class To> To nearest(double value) {
    if constexpr (std::is_floating_point_v<To>)
        return static_cast<To>(value);
    else if (std::isnan(value))
        return 0;
    else
        return static_cast<To>(std::clamp(std::round(value), double(std::numeric_limits<To>::lowest()),
                                          double(std::numeric_limits<To>::max())));
}

} // namespace

std::shared_ptr<std::byte> castVoxels(const Volume& volume, StoredType type, bool scaled) {
    const VolumeHeader& header = volume.header();
    const std::size_t count = voxelCount(header);
    const double slope = scaled ? header.slope : 1, intercept = scaled ? header.intercept : 0;
    auto* bytes = static_cast<std::byte*>(std::malloc(std::max<std::size_t>(1, count * bytesPerVoxel(type))));
    if (!bytes) throw std::bad_alloc();
    std::shared_ptr<std::byte> out(bytes, [](std::byte* b) { std::free(b); });
    if (type == header.type && slope == 1 && intercept == 0) {
        std::copy_n(volume.voxels(), count * bytesPerVoxel(type), bytes);
        return out;
    }
    withStoredType(header.type, [&](auto fromExample) {
        withStoredType(type, [&](auto toExample) {
            using From = decltype(fromExample);
            using To = decltype(toExample);
            const auto* from = reinterpret_cast<const From*>(volume.voxels());
            auto* to = reinterpret_cast<To*>(bytes);
            for (std::size_t i = 0; i < count; ++i)
                to[i] = nearest<To>(static_cast<double>(from[i]) * slope + intercept);
        });
    });
    return out;
}

std::array<double, 2> storedRange(const Volume& volume) {
    std::array<double, 2> range{};
    withStoredType(volume.header().type, [&](auto example) {
        using T = decltype(example);
        const auto* voxels = reinterpret_cast<const T*>(volume.voxels());
        T low = std::numeric_limits<T>::max(), high = std::numeric_limits<T>::lowest();
        for (std::size_t i = 0, n = voxelCount(volume.header()); i < n; ++i) {
            low = std::min(low, voxels[i]);
            high = std::max(high, voxels[i]);
        }
        range = {double(low), double(high)};
    });
    return range;
}

std::shared_ptr<const std::byte> asCommonType(const Volume& volume, StoredType& type) {
    type = volume.header().type;
    // The bits of an unsigned number below 2^15 are those of the signed one.
    if (type == StoredType::UInt16 && storedRange(volume)[1] <= std::numeric_limits<std::int16_t>::max())
        type = StoredType::Int16;
    return {volume.voxels(), [](const std::byte*) {}};
}

} // namespace neuraxis::io
