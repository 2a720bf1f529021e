#include "core/analysis/roi_values.h"

#include "core/analysis/in_slabs.h"
#include "core/model/label_maps.h"

#include <algorithm>
#include <cmath>
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

/// Numbers of each ROI that slices add to side by side.
template <class Sum> class Sums {
  public:
    Sums(int slices, std::size_t rois) : of(static_cast<std::size_t>(slices), std::vector<Sum>(rois)) {}
    [[nodiscard]] std::vector<Sum>& slice(int k) { return of[static_cast<std::size_t>(k)]; }
    /// Of all slices, in their order, so that a result does not depend on threads.
    template <class Add> [[nodiscard]] std::vector<Sum> together(const Add& add) const {
        std::vector<Sum> all(of.empty() ? 0 : of.front().size());
        for (const auto& slice : of)
            for (std::size_t r = 0; r < all.size(); ++r) add(all[r], slice[r]);
        return all;
    }

  private:
    std::vector<std::vector<Sum>> of;
};

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

std::vector<Roi> roisIn(const Volume& labels) {
    std::vector<Roi> rois;
    const auto numbers = numbersIn(labels);
    if (!numbers) return rois;
    for (const int id : *numbers)
        if (id != 0) rois.push_back({id, 0, 0, {}});
    const VolumeHeader& header = labels.header();
    const double voxelMm3 = std::abs(header.voxelToLps.determinant());
    const int slices = header.size[2];
    Sums<Middle> middles(slices, rois.size());
    inSlabs(slices, [&](int k) {
        inSlice(labels, rois, k, [&](std::size_t r, const WorldPoint& p) {
            Middle& one = middles.slice(k)[r];
            ++one.voxels;
            one.sum = one.sum + (p - WorldPoint());
        });
    });
    const std::vector<Middle> middle = middles.together([](Middle& all, const Middle& one) {
        all.voxels += one.voxels;
        all.sum = all.sum + one.sum;
    });
    Sums<Nearest> nearest(slices, rois.size());
    inSlabs(slices, [&](int k) {
        inSlice(labels, rois, k, [&](std::size_t r, const WorldPoint& p) {
            Nearest& one = nearest.slice(k)[r];
            const WorldPoint centre = WorldPoint() + middle[r].sum * (1.0 / static_cast<double>(middle[r].voxels));
            if (const double far = length(p - centre); far < one.mm) one = {far, p};
        });
    });
    const std::vector<Nearest> place = nearest.together([](Nearest& all, const Nearest& one) {
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
                             const std::function<double(const WorldPoint&)>& valueAt) {
    constexpr double least = 0.9;
    Sums<Mean> means(labels.header().size[2], rois.size());
    inSlabs(labels.header().size[2], [&](int k) {
        inSlice(labels, rois, k, [&](std::size_t r, const WorldPoint& p) {
            const double value = valueAt(p);
            if (!std::isfinite(value)) return;
            Mean& one = means.slice(k)[r];
            ++one.known;
            one.sum += value;
        });
    });
    const std::vector<Mean> mean = means.together([](Mean& all, const Mean& one) {
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
