#include "core/render/tissue.h"

#include <algorithm>

namespace neuraxis::render {

int airThreshold(const std::vector<std::uint16_t>& counts) {
    constexpr int bins = 256, perBin = (VolumeGrid::greatest + 1) / bins;
    std::array<double, bins> histogram{};
    for (std::size_t i = 0; i < counts.size(); i += 7) ++histogram[static_cast<std::size_t>(counts[i] / perBin)];
    double total = 0, sum = 0;
    for (std::size_t b = 0; b < bins; ++b) {
        total += histogram[b];
        sum += histogram[b] * static_cast<double>(b);
    }
    double below = 0, sumBelow = 0, best = -1;
    int threshold = 0;
    for (std::size_t b = 0; b < bins; ++b) {
        below += histogram[b];
        sumBelow += histogram[b] * static_cast<double>(b);
        if (below <= 0 || below >= total) continue;
        const double gap = sumBelow / below - (sum - sumBelow) / (total - below);
        const double between = below * (total - below) * gap * gap;
        if (between > best) {
            best = between;
            threshold = static_cast<int>(b);
        }
    }
    return (threshold + 1) * perBin;
}

double noiseCounts(const std::vector<std::uint16_t>& counts, int threshold) {
    std::vector<int> histogram(static_cast<std::size_t>(threshold) / 16 + 1);
    for (std::size_t i = 0; i < counts.size(); i += 7)
        if (counts[i] > 0 && counts[i] < threshold) ++histogram[counts[i] / 16U];
    const auto mode = std::max_element(histogram.begin(), histogram.end()) - histogram.begin();
    return 3.5 * 16 * (static_cast<double>(mode) + 0.5);
}

VoxelBox tissueBox(const VolumeGrid& grid, int threshold) {
    const auto& n = grid.size;
    std::vector<std::vector<int>> byK(static_cast<std::size_t>(n[2]));
    std::vector<int> alongI(static_cast<std::size_t>(n[0])), alongJ(static_cast<std::size_t>(n[1])),
        alongK(static_cast<std::size_t>(n[2]));
    const std::uint16_t* voxel = grid.counts.data();
    for (int k = 0; k < n[2]; ++k)
        for (int j = 0; j < n[1]; ++j) {
            int row = 0;
            for (int i = 0; i < n[0]; ++i, ++voxel) {
                const int over = *voxel > threshold;
                alongI[static_cast<std::size_t>(i)] += over;
                row += over;
            }
            alongJ[static_cast<std::size_t>(j)] += row;
            alongK[static_cast<std::size_t>(k)] += row;
        }
    VoxelBox box;
    const std::vector<int>* along[] = {&alongI, &alongJ, &alongK};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double area = static_cast<double>(grid.counts.size()) / n[axis];
        const auto isTissue = [&](int count) { return count >= std::max(1.0, area / 2000); };
        const auto& slabs = *along[axis];
        const auto first = std::find_if(slabs.begin(), slabs.end(), isTissue);
        const auto last = std::find_if(slabs.rbegin(), slabs.rend(), isTissue);
        box[axis] = {0, n[axis] - 1};
        if (first == slabs.end()) continue;
        constexpr int border = 3;
        box[axis] = {std::max(0, static_cast<int>(first - slabs.begin()) - border),
                     std::min(n[axis] - 1, static_cast<int>(slabs.rend() - last) - 1 + border)};
    }
    return box;
}

} // namespace neuraxis::render
