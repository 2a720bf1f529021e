#include "core/model/volume.h"

#include "core/model/stored_type.h"

#include <QtGlobal>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace neuraxis {

namespace {

struct TypeRow {
    StoredType type;
    const char* name;
    std::size_t bytes;
};

constexpr TypeRow typeTable[] = {
    {StoredType::Int8, "int8", 1},       {StoredType::UInt8, "uint8", 1},     {StoredType::Int16, "int16", 2},
    {StoredType::UInt16, "uint16", 2},   {StoredType::Int32, "int32", 4},     {StoredType::UInt32, "uint32", 4},
    {StoredType::Float32, "float32", 4}, {StoredType::Float64, "float64", 8}, {StoredType::Rgb24, "rgb24", 3},
};

const TypeRow& row(StoredType type) {
    return *std::find_if(std::begin(typeTable), std::end(typeTable), [&](const TypeRow& r) { return r.type == type; });
}

/// A voxel as one number: of colour its brightness, the luma of ITU-R BT.601.
double stored(StoredType type, const std::byte* voxels, std::size_t index) {
    if (type != StoredType::Rgb24) return storedNumber(type, voxels, index);
    const auto part = [&](std::size_t colour) { return storedNumber(type, voxels, 3 * index + colour); };
    return 0.299 * part(0) + 0.587 * part(1) + 0.114 * part(2);
}

} // namespace

std::size_t bytesPerVoxel(StoredType type) { return row(type).bytes; }
QString storedTypeName(StoredType type) { return QString::fromLatin1(row(type).name); }

bool VolumeHeader::isPlaced() const {
    return placedBy != u"none" && std::none_of(findings.begin(), findings.end(),
                                               [](const Finding& finding) { return finding.code == u"no-position"; });
}

std::size_t VolumeHeader::voxelsPerVolume() const {
    return static_cast<std::size_t>(size[0]) * static_cast<std::size_t>(size[1]) * static_cast<std::size_t>(size[2]);
}

std::size_t VolumeHeader::bytes() const {
    return voxelsPerVolume() * static_cast<std::size_t>(volumes) * bytesPerVoxel(type);
}

std::array<WorldPoint, 2> VolumeHeader::boundsLps() const {
    constexpr double far = std::numeric_limits<double>::infinity();
    WorldPoint least{far, far, far}, greatest{-far, -far, -far};
    for (int corner = 0; corner < 8; ++corner) {
        const WorldPoint p = voxelToLps.toWorld(
            {corner & 1 ? size[0] - 0.5 : -0.5, corner & 2 ? size[1] - 0.5 : -0.5, corner & 4 ? size[2] - 0.5 : -0.5});
        least = {std::min(least.x, p.x), std::min(least.y, p.y), std::min(least.z, p.z)};
        greatest = {std::max(greatest.x, p.x), std::max(greatest.y, p.y), std::max(greatest.z, p.z)};
    }
    return {least, greatest};
}

WorldPoint VolumeHeader::centreLps() const {
    return voxelToLps.toWorld({(size[0] - 1) / 2.0, (size[1] - 1) / 2.0, (size[2] - 1) / 2.0});
}

bool VolumeHeader::contains(const WorldPoint& p) const {
    const VoxelIndex v = voxelToLps.toVoxel(p);
    return v.i >= -0.5 && v.j >= -0.5 && v.k >= -0.5 && v.i < size[0] - 0.5 && v.j < size[1] - 0.5 &&
           v.k < size[2] - 0.5;
}

WorldPoint VolumeHeader::nearestInside(const WorldPoint& p) const {
    if (contains(p)) return p;
    const VoxelIndex v = voxelToLps.toVoxel(p);
    const auto inside = [](double place, int count) { return std::clamp(place, 0.0, count - 1.0); };
    return voxelToLps.toWorld({inside(v.i, size[0]), inside(v.j, size[1]), inside(v.k, size[2])});
}

Volume::Volume(VolumeHeader header, std::shared_ptr<const std::byte> voxels)
    : head(std::move(header)), data(std::move(voxels)) {
    Q_ASSERT(data);
}

const std::byte* Volume::voxels(int volume) const {
    Q_ASSERT(volume >= 0 && volume < head.volumes);
    return data.get() + head.voxelsPerVolume() * bytesPerVoxel(head.type) * static_cast<std::size_t>(volume);
}

double Volume::value(const VoxelIndex& v, int volume) const {
    const auto i = std::floor(v.i + 0.5), j = std::floor(v.j + 0.5), k = std::floor(v.k + 0.5);
    if (!(i >= 0 && j >= 0 && k >= 0 && i < head.size[0] && j < head.size[1] && k < head.size[2]))
        return std::numeric_limits<double>::quiet_NaN();
    const auto index =
        static_cast<std::size_t>(i) +
        static_cast<std::size_t>(head.size[0]) *
            (static_cast<std::size_t>(j) + static_cast<std::size_t>(head.size[1]) * static_cast<std::size_t>(k));
    return stored(head.type, voxels(volume), index) * head.slope + head.intercept;
}

std::pair<double, double> Volume::extremes(int volume) const {
    if (head.type == StoredType::Rgb24) return {0, 255};
    double least = std::numeric_limits<double>::infinity(), greatest = -least;
    withStoredType(head.type, [&](auto zero) {
        const auto* stored = reinterpret_cast<const decltype(zero)*>(voxels(volume));
        for (std::size_t index = 0, total = head.voxelsPerVolume(); index < total; ++index) {
            const auto value = static_cast<double>(stored[index]);
            if (!std::isfinite(value)) continue;
            least = std::min(least, value);
            greatest = std::max(greatest, value);
        }
    });
    if (!(least <= greatest)) return {0, 0};
    return std::minmax({least * head.slope + head.intercept, greatest * head.slope + head.intercept});
}

std::vector<double> Volume::sortedSample(int volume, std::size_t count) const {
    const std::size_t total = head.voxelsPerVolume();
    // A step that shares no factor with the grid's rows and slices does not fall in with them.
    std::size_t step = std::max<std::size_t>(1, total / std::max<std::size_t>(1, count));
    const auto slice = static_cast<std::size_t>(head.size[0]) * static_cast<std::size_t>(head.size[1]);
    while (std::gcd(step, slice) != 1) ++step;
    std::vector<double> values;
    values.reserve(total / step + 1);
    const std::byte* first = voxels(volume);
    for (std::size_t index = 0; index < total; index += step) {
        const double value = stored(head.type, first, index) * head.slope + head.intercept;
        if (std::isfinite(value)) values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    return values;
}

std::shared_ptr<const Volume> withHeader(const std::shared_ptr<const Volume>& volume, VolumeHeader header) {
    return std::make_shared<const Volume>(std::move(header),
                                          std::shared_ptr<const std::byte>(volume, volume->voxels()));
}

} // namespace neuraxis
