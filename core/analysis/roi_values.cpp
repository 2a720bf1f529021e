#include "core/analysis/roi_values.h"

#include "core/analysis/in_slabs.h"
#include "core/model/label_maps.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace neuraxis {

namespace {

/// Calls what is done of each voxel of an ROI in one slice, by the ROI's place among all.
template <class Each> void inSlice(const Volume& labels, const std::vector<Roi>& rois, int k, const Each& each) {
    const auto [nx, ny, nz] = labels.header().size;
    double last = 0;
    auto roi = rois.end(); // label maps are runs
    for (int j = 0; j < ny; ++j)
        for (int i = 0; i < nx; ++i) {
            const VoxelIndex v{double(i), double(j), double(k)};
            const double value = labels.value(v);
            if (value == 0) continue;
            if (value != last) {
                last = value;
                roi = std::lower_bound(rois.begin(), rois.end(), value,
                                       [](const Roi& one, double id) { return one.id < id; });
            }
            if (roi != rois.end() && roi->id == value)
                each(static_cast<std::size_t>(roi - rois.begin()), labels.header().voxelToLps.toWorld(v));
        }
}

/// Numbers of each ROI, added over all slices: side by side in a few blocks of slices, which are put together in their
/// order, so that the result does not depend on threads.
template <class Sum, class Each, class Add> std::vector<Sum>
summed(const Volume& labels, const std::vector<Roi>& rois, const RoiGoOn& goOn, const Each& each, const Add& add) {
    constexpr int mostBlocks = 16;
    const int slices = labels.header().size[2], blocks = std::min(slices, mostBlocks);
    std::vector<std::vector<Sum>> sums(static_cast<std::size_t>(blocks), std::vector<Sum>(rois.size()));
    inSlabs(blocks, [&](int block) {
        std::vector<Sum>& own = sums[static_cast<std::size_t>(block)];
        const auto from = [&](int b) { return static_cast<int>(std::int64_t(slices) * b / blocks); };
        for (int k = from(block); k < from(block + 1) && (!goOn || goOn()); ++k)
            inSlice(labels, rois, k, [&](std::size_t r, const WorldPoint& p) { each(own[r], r, p); });
    });
    std::vector<Sum> all(rois.size());
    for (const auto& block : sums)
        for (std::size_t r = 0; r < all.size(); ++r) add(all[r], block[r]);
    return all;
}

struct Middle {
    std::size_t voxels = 0;
    WorldVector sum;
};
struct Nearest {
    double mm = std::numeric_limits<double>::infinity();
    WorldPoint place;
};
struct Mean {
    std::size_t known = 0;
    double sum = 0;
};

} // namespace

std::vector<Roi> roisIn(const Volume& labels, const RoiGoOn& goOn) {
    std::vector<Roi> rois;
    const auto numbers = numbersIn(labels);
    if (!numbers) return rois;
    for (const int id : *numbers)
        if (id != 0) rois.push_back({id, 0, 0, {}});
    const double voxelMm3 = std::abs(labels.header().voxelToLps.determinant());
    const std::vector<Middle> middle = summed<Middle>(
        labels, rois, goOn,
        [](Middle& one, std::size_t, const WorldPoint& p) {
            ++one.voxels;
            one.sum = one.sum + (p - WorldPoint());
        },
        [](Middle& all, const Middle& one) {
            all.voxels += one.voxels;
            all.sum = all.sum + one.sum;
        });
    const std::vector<Nearest> place = summed<Nearest>(
        labels, rois, goOn,
        [&](Nearest& one, std::size_t r, const WorldPoint& p) {
            const WorldPoint centre = WorldPoint() + middle[r].sum * (1.0 / static_cast<double>(middle[r].voxels));
            if (const double far = length(p - centre); far < one.mm) one = {far, p};
        },
        [](Nearest& all, const Nearest& one) {
            if (one.mm < all.mm) all = one;
        });
    for (std::size_t r = 0; r < rois.size(); ++r) {
        rois[r].voxels = middle[r].voxels;
        rois[r].mm3 = static_cast<double>(middle[r].voxels) * voxelMm3;
        rois[r].place = place[r].place;
    }
    return rois;
}

std::vector<double> roiMeans(const Volume& labels, const std::vector<Roi>& rois,
                             const std::function<double(const WorldPoint&)>& valueAt, const RoiGoOn& goOn) {
    constexpr double least = 0.9;
    const std::vector<Mean> mean = summed<Mean>(
        labels, rois, goOn,
        [&](Mean& one, std::size_t, const WorldPoint& p) {
            const double value = valueAt(p);
            if (!std::isfinite(value)) return;
            ++one.known;
            one.sum += value;
        },
        [](Mean& all, const Mean& one) {
            all.known += one.known;
            all.sum += one.sum;
        });
    std::vector<double> values;
    for (std::size_t r = 0; r < rois.size(); ++r)
        values.push_back(mean[r].known > 0 &&
                                 static_cast<double>(mean[r].known) >= least * static_cast<double>(rois[r].voxels)
                             ? mean[r].sum / static_cast<double>(mean[r].known)
                             : std::numeric_limits<double>::quiet_NaN());
    return values;
}

} // namespace neuraxis
