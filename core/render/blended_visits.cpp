#include "core/render/blended_visits.h"

#include "core/model/colour_scale.h"
#include "core/render/parallel.h"
#include "core/render/slice_picture.h"
#include "core/render/slice_sampler.h"

#include <algorithm>
#include <limits>

namespace neuraxis::render {

namespace {

QImage imageOf(const Layer& layer, const NavigationState& navigation, const SliceGeometry& geometry,
               const QSize& devicePixels) {
    ReviewState alone;
    alone.layers = {layer};
    return sliceImage(alone, navigation, geometry, devicePixels);
}

/// Every pixel of two images from theirs.
template <class Of> QImage combined(QImage first, const QImage& second, Of of) {
    inParallel(first.height(), [&](int top, int bottom) {
        for (int y = top; y < bottom; ++y) {
            auto* a = reinterpret_cast<QRgb*>(first.bits() + y * first.bytesPerLine());
            const auto* b = reinterpret_cast<const QRgb*>(second.constScanLine(y));
            for (int x = 0; x < first.width(); ++x) a[x] = of(a[x], b[x], x, y);
        }
    });
    return first;
}

/// A layer's values along a plane's rows, as shares of its window; not numbers beside it.
class Shares {
  public:
    Shares(const Layer& layer, int volume, const PixelGrid& grid)
        : sampler(*layer.volume, std::clamp(volume, 0, layer.volume->header().volumes - 1), layer.display.interpolation,
                  grid) {
        const VolumeHeader& header = layer.volume->header();
        const Range& window = layer.display.window(volume);
        const double width = std::max(window.width(), 1e-12);
        slope = static_cast<float>(header.slope / width);
        intercept = static_cast<float>((header.intercept - window.low) / width);
    }
    void row(int y, std::vector<float>& shares) {
        std::fill(shares.begin(), shares.end(), std::numeric_limits<float>::quiet_NaN());
        const SliceSampler::Span span = sampler.span(y, static_cast<int>(shares.size()));
        if (span.first >= span.last) return;
        const float* values = sampler.row(y, span);
        const int parts = sampler.components();
        for (int x = span.first; x < span.last; ++x)
            shares[static_cast<std::size_t>(x)] = values[parts * (x - span.first)] * slope + intercept;
    }

  private:
    SliceSampler sampler;
    float slope, intercept;
};

} // namespace

QImage checkerboardImage(const Layer& first, const Layer& second, const NavigationState& navigation,
                         const SliceGeometry& geometry, const QSize& devicePixels, int squarePx) {
    const int square = std::max(1, squarePx);
    return combined(imageOf(first, navigation, geometry, devicePixels),
                    imageOf(second, navigation, geometry, devicePixels),
                    [&](QRgb a, QRgb b, int x, int y) { return (x / square + y / square) % 2 == 0 ? a : b; });
}

QImage fusionImage(const Layer& first, const Layer& second, const NavigationState& navigation,
                   const SliceGeometry& geometry, const QSize& devicePixels) {
    return combined(imageOf(first, navigation, geometry, devicePixels),
                    imageOf(second, navigation, geometry, devicePixels), [](QRgb a, QRgb b, int, int) {
                        const int one = qGray(a), other = qGray(b);
                        return qRgba(one, (one + other) / 2, other, std::max(qAlpha(a), qAlpha(b)));
                    });
}

QImage differenceImage(const Layer& first, const Layer& second, const NavigationState& navigation,
                       const SliceGeometry& geometry, const QSize& devicePixels) {
    QImage image = imageOf(first, navigation, geometry, devicePixels);
    if (image.isNull()) return image;
    const PixelGrid grid = pixelGrid(geometry, devicePixels);
    const ColourScale colours(differenceDisplay());
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const qsizetype stride = image.bytesPerLine() / 4;
    inParallel(devicePixels.height(), [&](int top, int bottom) {
        Shares before(first, navigation.volume, grid), after(second, navigation.volume, grid);
        std::vector<float> one(static_cast<std::size_t>(devicePixels.width())), other = one;
        for (int y = top; y < bottom; ++y) {
            before.row(y, one);
            after.row(y, other);
            for (std::size_t x = 0; x < one.size(); ++x)
                if (const QRgb colour = colours.at(100 * (other[x] - one[x])))
                    pixels[y * stride + static_cast<qsizetype>(x)] = colour;
        }
    });
    return image;
}

Display differenceDisplay() {
    Display display;
    constexpr Range percent{5, 50};
    display.colourMap = QStringLiteral("red-yellow");
    display.windows = {percent};
    display.negative = NegativeScale{QStringLiteral("blue-lightblue"), percent};
    display.hideBelow = percent.low;
    return display;
}

} // namespace neuraxis::render
