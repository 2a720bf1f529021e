#include "core/analysis/over_volumes.h"

#include "core/model/stored_type.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <limits>
#include <new>
#include <numeric>
#include <thread>

namespace neuraxis {

namespace {

/// Voxels taken together, as many as keep a block of doubles in the processor's cache.
constexpr std::size_t blockBytes = 1 << 18;
constexpr std::size_t fewestVoxels = 64, mostVoxels = 16384;

double mean(const double* values, std::size_t count) {
    return std::accumulate(values, values + count, 0.0) / static_cast<double>(count);
}

double range(const double* values, std::size_t count) {
    const auto [least, greatest] = std::minmax_element(values, values + count);
    return *greatest - *least;
}

double deviation(const double* values, std::size_t count) {
    const double middle = mean(values, count);
    double squares = 0;
    for (std::size_t i = 0; i < count; ++i) squares += (values[i] - middle) * (values[i] - middle);
    return std::sqrt(squares / static_cast<double>(count - 1));
}

double signalToNoise(const double* values, std::size_t count) {
    const double noise = deviation(values, count);
    return noise > 0 ? mean(values, count) / noise : 0;
}

/// Some voxels of one volume as values, `stride` apart.
void copyValues(const Volume& series, int volume, std::size_t first, std::size_t count, double* to,
                std::size_t stride) {
    const VolumeHeader& header = series.header();
    const std::byte* voxels = series.voxels(volume);
    withStoredType(header.type, [&](auto zero) {
        const auto* stored = reinterpret_cast<const decltype(zero)*>(voxels);
        const auto at = [&](std::size_t index) { return static_cast<double>(stored[index]); };
        const bool colour = header.type == StoredType::Rgb24;
        for (std::size_t i = first; i < first + count; ++i, to += stride) {
            const double value = colour ? 0.299 * at(3 * i) + 0.587 * at(3 * i + 1) + 0.114 * at(3 * i + 2) : at(i);
            *to = value * header.slope + header.intercept;
        }
    });
}

VolumeHeader headerOf(const VolumeHeader& series, const OverVolumes& measure) {
    VolumeHeader header = series;
    header.volumes = 1;
    header.type = StoredType::Float32;
    header.slope = 1;
    header.intercept = 0;
    header.scalings.clear();
    header.windowPresets.clear();
    header.fourth = {};
    header.acquisition.sliceTimesS.clear();
    header.acquisition.sliceTimesEstimated = false;
    header.series.uid.clear(); // not the scanner's series any more
    header.component = measure.component;
    if (!measure.keepsUnit) header.unit.clear();
    return header;
}

} // namespace

const std::vector<OverVolumes>& overVolumesTable() {
    static const std::vector<OverVolumes> table = {
        {QStringLiteral("average"), QStringLiteral("AVERAGE"), true, 1, mean},
        {QStringLiteral("range"), QStringLiteral("RANGE"), true, 1, range},
        {QStringLiteral("deviation"), QStringLiteral("DEVIATION"), true, 2, deviation},
        {QStringLiteral("signal-to-noise"), QStringLiteral("TSNR"), false, 2, signalToNoise},
    };
    return table;
}

const OverVolumes* findOverVolumes(const QString& name) {
    for (const OverVolumes& row : overVolumesTable())
        if (name == row.name) return &row;
    return nullptr;
}

std::shared_ptr<const Volume> overVolumes(const Volume& series, const std::vector<int>& volumes,
                                          const OverVolumes& measure, const std::function<bool(double)>& goOn) try {
    VolumeHeader header = headerOf(series.header(), measure);
    const std::size_t total = header.voxelsPerVolume(), values = volumes.size();
    const std::size_t stride = values | 1; // odd, so that a power of two does not press into a few lines of the cache
    std::shared_ptr<std::byte[]> voxels(new std::byte[header.bytes()]);
    const std::size_t block =
        std::clamp(blockBytes / (sizeof(double) * std::max<std::size_t>(1, values)), fewestVoxels, mostVoxels);
    const std::size_t blocks = (total + block - 1) / block;
    std::atomic<std::size_t> next = 0, done = 0;
    std::atomic_bool stopped = false, failed = false;

    const auto work = [&] {
        try {
            std::vector<double> held(block * stride);
            for (std::size_t index = next++; index < blocks && !stopped; index = next++) {
                const std::size_t first = index * block, count = std::min(block, total - first);
                for (std::size_t v = 0; v < values; ++v)
                    copyValues(series, volumes[v], first, count, held.data() + v, stride);
                for (std::size_t i = 0; i < count; ++i) {
                    double* begin = held.data() + i * stride;
                    double* end = std::remove_if(begin, begin + values, [](double x) { return !std::isfinite(x); });
                    const auto left = static_cast<std::size_t>(end - begin);
                    const float result = left < measure.fewest ? std::numeric_limits<float>::quiet_NaN()
                                                               : static_cast<float>(measure.of(begin, left));
                    std::memcpy(voxels.get() + (first + i) * sizeof result, &result, sizeof result);
                }
                if (goOn && !goOn(static_cast<double>(++done) / static_cast<double>(blocks))) stopped = true;
            }
        } catch (const std::bad_alloc&) {
            failed = stopped = true;
        }
    };
    {
        std::vector<std::jthread> helpers;
        const std::size_t cores = std::max(1u, std::thread::hardware_concurrency());
        for (std::size_t i = 1; i < std::min(cores, blocks); ++i) helpers.emplace_back(work);
        work();
    }
    if (stopped || failed) return nullptr;
    return std::make_shared<Volume>(std::move(header), std::shared_ptr<const std::byte>(voxels, voxels.get()));
} catch (const std::exception&) { // no memory, or no thread to be had
    return nullptr;
}

} // namespace neuraxis
