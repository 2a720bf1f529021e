#include "core/analysis/brain_mask.h"

#include "core/analysis/median.h"
#include "core/model/orientation.h"

#include <algorithm>
#include <cmath>
#include <itkConnectedComponentImageFilter.h>
#include <itkImage.h>
#include <itkMultiThreaderBase.h>
#include <itkSignedMaurerDistanceMapImageFilter.h>
#include <itkSmoothingRecursiveGaussianImageFilter.h>
#include <limits>

// Threshold, cut the bridges, keep the middle, grow back: the morphological way to a brain
// (after Brummer et al., IEEE Trans Med Imaging 1993;12:153), with the intensities relative to the tissue
// nearby as in BET (Smith, Hum Brain Mapp 2002;17:143), since coils make heads brighter at one side.

namespace neuraxis {

namespace {

using Map = itk::Image<float, 3>;
using Mask = itk::Image<unsigned char, 3>;

constexpr double cellMm = 2;     // of the grid the work is done on
constexpr double headMm = 150;   // from the vertex down to below the cerebellum
constexpr double bridgeMm = 5;   // half the width of what may join brain and scalp, eyes or neck
constexpr double reachMm = 10;   // from the eroded core to the outermost gyri
constexpr double tongueMm = 5.2; // half the width of what may stick out of the brain
constexpr double gyrusMm = 4;    // what a thin gyrus stands out
constexpr double sulcusMm = 10;  // half the width of the gaps that are closed
constexpr double biasMm = 12;    // within which tissue has one brightness
constexpr int fewestCells = 8;   // along an axis; with fewer it is no head
// In units of the brain's median brightness; scalp fat is 1.5 and more, fluid and skull 0.3 and less
constexpr double coreLow = 0.6, coreHigh = 1.45;
// In units of the local brightness; low enough for the thin cortex of an atrophied brain
constexpr double brainLow = 0.45, gyrusLow = 0.58, brainHigh = 1.4;

class Cancelled {};

/// The head in cells of whole voxels, and the steps on it.
class Work {
  public:
    Work(const Volume& head, const std::function<bool()>& cancelled) : cancelled(cancelled) { gather(head); }

    /// Cells of the brain; empty when there is none.
    [[nodiscard]] std::vector<bool> brain();
    [[nodiscard]] std::shared_ptr<const Volume> volume(const std::vector<bool>& cells) const;

  private:
    void gather(const Volume& head);
    void findMiddle();
    [[nodiscard]] std::vector<bool> where(const std::function<bool(std::size_t)>& test) const;
    [[nodiscard]] std::vector<float> distanceMm(const std::vector<bool>& from) const;
    [[nodiscard]] std::vector<bool> grown(const std::vector<bool>& cells, double mm) const;
    [[nodiscard]] std::vector<bool> shrunk(const std::vector<bool>& cells, double mm) const;
    /// The connected part with the most cells within that distance of the middle; empty when there is none.
    [[nodiscard]] std::vector<bool> greatestPart(const std::vector<bool>& cells, double withinMm) const;
    [[nodiscard]] std::vector<bool> withoutHoles(std::vector<bool> cells) const;
    [[nodiscard]] std::vector<float> smoothed(const std::vector<float>& values, double mm) const;
    template <class Image> [[nodiscard]] typename Image::Pointer image() const;
    [[nodiscard]] std::array<double, 3> placeMm(std::size_t cell) const;
    [[nodiscard]] double fromMiddleMm(std::size_t cell) const;
    void step() const {
        if (cancelled && cancelled()) throw Cancelled();
    }

    const std::function<bool()>& cancelled;
    VolumeHeader grid;
    std::size_t count = 0;
    std::array<double, 3> mm{};
    std::vector<float> bright;      // 0: background, 1: the brain's median
    std::array<double, 3> middle{}; // of the head without neck, in millimetres along the grid
    double radiusMm = 0;            // of a ball as large as that head
};

void Work::gather(const Volume& head) {
    const VolumeHeader& from = head.header();
    const auto voxelMm = from.voxelToLps.spacingMm();
    std::array<int, 3> per{};
    grid.name = from.name;
    grid.series = from.series;
    grid.type = StoredType::UInt8;
    for (int axis = 0; axis < 3; ++axis) {
        per[axis] = std::clamp(static_cast<int>(std::lround(cellMm / voxelMm[axis])), 1, from.size[axis]);
        grid.size[axis] = (from.size[axis] + per[axis] - 1) / per[axis];
        mm[axis] = voxelMm[axis] * per[axis];
    }
    const Affine& a = from.voxelToLps;
    grid.voxelToLps = Affine(a.step(0) * per[0], a.step(1) * per[1], a.step(2) * per[2],
                             a.toWorld({(per[0] - 1) / 2.0, (per[1] - 1) / 2.0, (per[2] - 1) / 2.0}));
    count = grid.voxelsPerVolume();
    bright.resize(count);
    const auto [nx, ny, nz] = grid.size;
    const auto slab = [&, nx = nx, ny = ny](itk::SizeValueType z) {
        for (int y = 0; y < ny; ++y)
            for (int x = 0; x < nx; ++x) {
                double sum = 0;
                int values = 0;
                for (int k = static_cast<int>(z) * per[2];
                     k < std::min((static_cast<int>(z) + 1) * per[2], from.size[2]); ++k)
                    for (int j = y * per[1]; j < std::min((y + 1) * per[1], from.size[1]); ++j)
                        for (int i = x * per[0]; i < std::min((x + 1) * per[0], from.size[0]); ++i) {
                            const double value = head.value({double(i), double(j), double(k)});
                            if (!std::isfinite(value)) continue;
                            sum += value;
                            ++values;
                        }
                bright[static_cast<std::size_t>((static_cast<int>(z) * ny + y) * nx + x)] =
                    values ? static_cast<float>(sum / values) : 0;
            }
    };
    itk::MultiThreaderBase::New()->ParallelizeArray(0, static_cast<itk::SizeValueType>(nz), slab, nullptr);
    step();
    findMiddle();
}

void Work::findMiddle() {
    std::vector<float> sorted = bright;
    std::sort(sorted.begin(), sorted.end());
    const float background = sorted[count / 50], light = sorted[count - 1 - count / 50];
    const float air = background + 0.1F * (light - background);
    // Millimetres below the highest place that is clearly head: 8 square centimetres of it in a slice of cells
    const int up = nearestAxes(grid.voxelToLps)[2];
    const bool upwards = grid.voxelToLps.step(up).z > 0;
    std::vector<int> area(static_cast<std::size_t>(grid.size[up]));
    for (std::size_t cell = 0; cell < count; ++cell)
        if (bright[cell] > air) ++area[static_cast<std::size_t>(std::lround(placeMm(cell)[up] / mm[up]))];
    const double enough = 800 * mm[up] / (mm[0] * mm[1] * mm[2]);
    double vertexMm = 0;
    for (int slice = 0; slice < grid.size[up]; ++slice) {
        const int fromTop = upwards ? grid.size[up] - 1 - slice : slice;
        vertexMm = fromTop * mm[up];
        if (area[static_cast<std::size_t>(fromTop)] > enough) break;
    }
    std::array<double, 3> sum{};
    std::size_t cells = 0;
    for (std::size_t cell = 0; cell < count; ++cell) {
        const auto place = placeMm(cell);
        if (bright[cell] <= air || std::abs(place[up] - vertexMm) > headMm) continue;
        ++cells;
        for (int axis = 0; axis < 3; ++axis) sum[axis] += place[axis];
    }
    for (int axis = 0; axis < 3; ++axis)
        middle[axis] = sum[axis] / static_cast<double>(std::max<std::size_t>(cells, 1));
    radiusMm = std::cbrt(3 * static_cast<double>(cells) * mm[0] * mm[1] * mm[2] / (4 * M_PI));
    std::vector<float> inside;
    for (std::size_t cell = 0; cell < count; ++cell)
        if (bright[cell] > air && fromMiddleMm(cell) < 0.55 * radiusMm) inside.push_back(bright[cell]);
    if (inside.empty()) {
        std::fill(bright.begin(), bright.end(), 0.F);
        return;
    }
    const float median = medianOf(inside);
    for (float& value : bright) value = (value - background) / (median - background);
}

std::vector<bool> Work::brain() {
    if (*std::min_element(grid.size.begin(), grid.size.end()) < fewestCells) return std::vector<bool>(count);
    // 1. What is as bright as brain, without the bridges to everything else
    const auto candidates = where([&](std::size_t c) { return bright[c] > coreLow && bright[c] < coreHigh; });
    auto core = greatestPart(shrunk(candidates, bridgeMm), radiusMm / 2);
    const auto around = grown(core, bridgeMm);
    core = where([&](std::size_t c) { return around[c] && candidates[c]; });
    // 2. How bright tissue is nearby
    std::vector<float> weight(count), weighted(count);
    for (std::size_t c = 0; c < count; ++c) {
        weight[c] = core[c] ? 1.F : 0.F;
        weighted[c] = core[c] ? bright[c] : 0.F;
    }
    weight = smoothed(weight, biasMm);
    weighted = smoothed(weighted, biasMm);
    const auto relative = [&](std::size_t c) {
        return weight[c] > 1e-3F ? bright[c] * weight[c] / weighted[c] : bright[c];
    };
    // 3. Out to the cortex, without the tongues that creep along nerves and vessels, but with the thin gyri
    const auto far = distanceMm(core);
    const auto reached = where([&](std::size_t c) {
        return core[c] || (far[c] <= reachMm && relative(c) > brainLow && relative(c) < brainHigh);
    });
    const auto opened = grown(shrunk(reached, tongueMm), tongueMm);
    const auto near = grown(opened, gyrusMm);
    const auto whole = greatestPart(
        where([&](std::size_t c) { return reached[c] && (opened[c] || (near[c] && relative(c) > gyrusLow)); }),
        radiusMm / 2);
    // 4. Over the sulci and the ventricles
    return withoutHoles(shrunk(grown(whole, sulcusMm), sulcusMm));
}

std::vector<bool> Work::where(const std::function<bool(std::size_t)>& test) const {
    std::vector<bool> cells(count);
    for (std::size_t cell = 0; cell < count; ++cell) cells[cell] = test(cell);
    return cells;
}

template <class Image> typename Image::Pointer Work::image() const {
    auto made = Image::New();
    typename Image::SizeType size;
    typename Image::SpacingType spacing;
    for (unsigned axis = 0; axis < 3; ++axis) {
        size[axis] = static_cast<itk::SizeValueType>(grid.size[axis]);
        spacing[axis] = mm[axis];
    }
    made->SetRegions(size);
    made->SetSpacing(spacing);
    made->Allocate();
    return made;
}

std::vector<float> Work::distanceMm(const std::vector<bool>& from) const {
    step();
    const auto mask = image<Mask>();
    std::copy(from.begin(), from.end(), mask->GetBufferPointer());
    auto filter = itk::SignedMaurerDistanceMapImageFilter<Mask, Map>::New();
    filter->SetInput(mask);
    filter->SetUseImageSpacing(true);
    filter->SetSquaredDistance(false);
    filter->Update();
    const float* first = filter->GetOutput()->GetBufferPointer();
    return {first, first + count};
}

std::vector<bool> Work::grown(const std::vector<bool>& cells, double by) const {
    if (std::find(cells.begin(), cells.end(), true) == cells.end()) return cells;
    const auto far = distanceMm(cells);
    return where([&](std::size_t c) { return cells[c] || far[c] <= by; });
}

std::vector<bool> Work::shrunk(const std::vector<bool>& cells, double by) const {
    auto outside = cells;
    outside.flip();
    outside = grown(outside, by);
    outside.flip();
    return outside;
}

std::vector<bool> Work::greatestPart(const std::vector<bool>& cells, double withinMm) const {
    step();
    using Labels = itk::Image<unsigned, 3>;
    const auto mask = image<Mask>();
    std::copy(cells.begin(), cells.end(), mask->GetBufferPointer());
    auto filter = itk::ConnectedComponentImageFilter<Mask, Labels>::New();
    filter->SetInput(mask);
    filter->Update();
    const unsigned* label = filter->GetOutput()->GetBufferPointer();
    std::vector<std::size_t> size(static_cast<std::size_t>(filter->GetObjectCount()) + 1);
    for (std::size_t c = 0; c < count; ++c)
        if (label[c] && fromMiddleMm(c) < withinMm) ++size[label[c]];
    const auto best = static_cast<unsigned>(std::max_element(size.begin(), size.end()) - size.begin());
    return where([&](std::size_t c) { return best && label[c] == best; });
}

std::vector<bool> Work::withoutHoles(std::vector<bool> cells) const {
    cells.flip();
    cells = greatestPart(cells, std::numeric_limits<double>::infinity());
    cells.flip();
    return cells;
}

std::vector<float> Work::smoothed(const std::vector<float>& values, double sigmaMm) const {
    step();
    const auto map = image<Map>();
    std::copy(values.begin(), values.end(), map->GetBufferPointer());
    auto filter = itk::SmoothingRecursiveGaussianImageFilter<Map, Map>::New();
    filter->SetInput(map);
    filter->SetSigma(sigmaMm);
    filter->Update();
    const float* first = filter->GetOutput()->GetBufferPointer();
    return {first, first + count};
}

std::array<double, 3> Work::placeMm(std::size_t cell) const {
    const auto nx = static_cast<std::size_t>(grid.size[0]), ny = static_cast<std::size_t>(grid.size[1]);
    return {static_cast<double>(cell % nx) * mm[0], static_cast<double>(cell / nx % ny) * mm[1],
            static_cast<double>(cell / (nx * ny)) * mm[2]};
}

double Work::fromMiddleMm(std::size_t cell) const {
    const auto place = placeMm(cell);
    return std::hypot(place[0] - middle[0], place[1] - middle[1], place[2] - middle[2]);
}

std::shared_ptr<const Volume> Work::volume(const std::vector<bool>& cells) const {
    std::vector<float> soft(count);
    std::transform(cells.begin(), cells.end(), soft.begin(), [](bool inside) { return inside ? 255.F : 0.F; });
    if (std::find(cells.begin(), cells.end(), false) != cells.end()) soft = smoothed(soft, cellMm / 2);
    std::shared_ptr<std::byte[]> voxels(new std::byte[count]);
    for (std::size_t c = 0; c < count; ++c)
        voxels[c] = static_cast<std::byte>(std::lround(std::clamp(soft[c], 0.F, 255.F)));
    return std::make_shared<Volume>(grid, std::shared_ptr<const std::byte>(voxels, voxels.get()));
}

} // namespace

std::shared_ptr<const Volume> brainMask(const Volume& head, const std::function<bool()>& cancelled) try {
    Work work(head, cancelled);
    std::vector<bool> cells = work.brain();
    if (std::find(cells.begin(), cells.end(), true) == cells.end()) cells.flip();
    return work.volume(cells);
} catch (const Cancelled&) {
    return nullptr;
} catch (const std::exception&) { // ITK's, or no memory left
    return nullptr;
}

} // namespace neuraxis
