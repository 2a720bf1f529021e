#include "core/analysis/clusters.h"

#include "core/model/stored_type.h"

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>

namespace neuraxis {

namespace {

int signBeyond(double value, double threshold) {
    if (!(std::abs(value) >= threshold) || value == 0) return 0; // not a number included
    return value > 0 ? 1 : -1;
}

/// Fills one cluster from one of its voxels on.
class Filling {
  public:
    Filling(const VolumeHeader& header, const std::vector<float>& values, Clusters& clusters)
        : header(header), values(values), clusters(clusters) {}

    void fill(std::size_t seed, int sign) {
        const auto number = static_cast<std::int32_t>(clusters.found.size());
        Cluster cluster;
        cluster.sign = sign;
        double i = 0, j = 0, k = 0;
        std::size_t peak = seed;
        clusters.clusterOf[seed] = number;
        open.assign(1, seed);
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            const auto [x, y, z] = placeOf(at);
            ++cluster.voxels;
            i += x, j += y, k += z;
            const float here = std::abs(values[at]), best = std::abs(values[peak]);
            if (here > best || (here == best && at < peak)) peak = at;
            visitAround(x, y, z, [&](std::size_t next) {
                if (clusters.clusterOf[next] >= 0 || signBeyond(values[next], clusters.threshold) != sign) return;
                clusters.clusterOf[next] = number;
                open.push_back(next);
            });
        }
        const auto n = static_cast<double>(cluster.voxels);
        const auto [x, y, z] = placeOf(peak);
        cluster.mm3 = n * std::abs(header.voxelToLps.determinant());
        cluster.peak = values[peak];
        cluster.peakVoxel = {double(x), double(y), double(z)};
        cluster.peakLps = header.voxelToLps.toWorld(cluster.peakVoxel);
        cluster.centreLps = header.voxelToLps.toWorld({i / n, j / n, k / n});
        clusters.found.push_back(cluster);
    }

  private:
    [[nodiscard]] std::array<int, 3> placeOf(std::size_t index) const {
        const auto nx = static_cast<std::size_t>(header.size[0]), ny = static_cast<std::size_t>(header.size[1]);
        return {static_cast<int>(index % nx), static_cast<int>(index / nx % ny), static_cast<int>(index / nx / ny)};
    }

    template <class Visit> void visitAround(int x, int y, int z, const Visit& visit) const {
        const auto& n = header.size;
        for (int k = std::max(0, z - 1); k <= std::min(n[2] - 1, z + 1); ++k)
            for (int j = std::max(0, y - 1); j <= std::min(n[1] - 1, y + 1); ++j)
                for (int i = std::max(0, x - 1); i <= std::min(n[0] - 1, x + 1); ++i)
                    visit(static_cast<std::size_t>(i) +
                          static_cast<std::size_t>(n[0]) *
                              (static_cast<std::size_t>(j) +
                               static_cast<std::size_t>(n[1]) * static_cast<std::size_t>(k)));
    }

    const VolumeHeader& header;
    const std::vector<float>& values;
    Clusters& clusters;
    std::vector<std::size_t> open;
};

/// Puts clusters in their order; the voxels' numbers follow.
void sortBySize(Clusters& clusters) {
    std::vector<std::size_t> order(clusters.found.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Cluster &one = clusters.found[a], &other = clusters.found[b];
        if (one.voxels != other.voxels) return one.voxels > other.voxels;
        return std::abs(one.peak) > std::abs(other.peak);
    });
    std::vector<Cluster> sorted;
    std::vector<std::int32_t> place(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        sorted.push_back(clusters.found[order[i]]);
        place[order[i]] = static_cast<std::int32_t>(i);
    }
    clusters.found = std::move(sorted);
    for (std::int32_t& number : clusters.clusterOf)
        if (number >= 0) number = place[static_cast<std::size_t>(number)];
}

/// One volume as values.
std::vector<float> valuesOf(const Volume& volume, int index) {
    const VolumeHeader& header = volume.header();
    std::vector<float> values(header.voxelsPerVolume());
    const bool isColour = header.type == StoredType::Rgb24;
    withStoredType(header.type, [&](auto zero) {
        const auto* stored = reinterpret_cast<const decltype(zero)*>(volume.voxels(index));
        for (std::size_t v = 0; v < values.size() && !isColour; ++v)
            values[v] = static_cast<float>(static_cast<double>(stored[v]) * header.slope + header.intercept);
    });
    return values;
}

} // namespace

Clusters findClusters(const Volume& volume, int index, double threshold) {
    const auto values = valuesOf(volume, index);
    Clusters clusters{threshold, {}, std::vector<std::int32_t>(values.size(), -1)};
    Filling filling(volume.header(), values, clusters);
    for (std::size_t v = 0; v < values.size(); ++v)
        if (const int sign = signBeyond(values[v], threshold); sign != 0 && clusters.clusterOf[v] < 0)
            filling.fill(v, sign);
    sortBySize(clusters);
    return clusters;
}

std::shared_ptr<const Volume> clusterMask(const Volume& volume, const Clusters& clusters, std::size_t leastVoxels) try {
    VolumeHeader header;
    header.format = volume.header().format;
    header.series = volume.header().series;
    header.series.uid.clear(); // not the scanner's series any more
    header.name = volume.header().name;
    header.size = volume.header().size;
    header.voxelToLps = volume.header().voxelToLps;
    header.placedBy = volume.header().placedBy;
    header.type = StoredType::UInt8;
    header.component = QStringLiteral("MASK");
    std::shared_ptr<std::byte[]> voxels(new std::byte[header.bytes()]);
    for (std::size_t v = 0; v < clusters.clusterOf.size(); ++v) {
        const std::int32_t number = clusters.clusterOf[v];
        const bool isIn = number >= 0 && clusters.found[static_cast<std::size_t>(number)].voxels >= leastVoxels;
        voxels[v] = std::byte{isIn};
    }
    return std::make_shared<Volume>(std::move(header), std::shared_ptr<const std::byte>(voxels, voxels.get()));
} catch (const std::bad_alloc&) {
    return nullptr;
}

} // namespace neuraxis
