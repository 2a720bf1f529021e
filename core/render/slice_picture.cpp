#include "core/render/slice_picture.h"

#include "core/model/colour_map.h"
#include "core/render/layer_rows.h"
#include "core/render/parallel.h"
#include "core/render/slice_outlines.h"
#include "core/render/slice_sampler.h"

#include <algorithm>
#include <cmath>

namespace neuraxis::render {

namespace {

/// A layer's display as what the loop over pixels needs.
struct Painted {
    const Layer* layer;
    int index;
    std::array<QRgb, 256> colours; ///< Premultiplied by the layer's opacity
    float slope, intercept;        ///< From stored value to place in the colours
    float least, greatest;         ///< Stored values outside are not drawn
    int alpha;
};

Painted painted(const Layer& layer, int volume) {
    const VolumeHeader& header = layer.volume->header();
    const Display& display = layer.display;
    Painted p{&layer, std::clamp(volume, 0, header.volumes - 1), {}, 0, 0, 0, 0, 0};
    p.alpha = static_cast<int>(std::lround(std::clamp(display.opacity, 0.0, 1.0) * 255));
    const auto& map = colourMap(display.colourMap).colours;
    for (std::size_t i = 0; i < map.size(); ++i) {
        const QRgb colour = map[display.inverted ? map.size() - 1 - i : i];
        p.colours[i] = qPremultiply(qRgba(qRed(colour), qGreen(colour), qBlue(colour), p.alpha));
    }
    // A window without width is a threshold.
    const Range& window = display.window(p.index);
    const double scale = 255 / std::max(window.width(), 1e-12 * std::max(1.0, std::abs(window.high)));
    p.slope = static_cast<float>(header.slope * scale);
    p.intercept = static_cast<float>((header.intercept - window.low) * scale);
    const double slope = header.slope != 0 ? header.slope : 1;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    p.least = static_cast<float>(display.hideBelow ? (*display.hideBelow - header.intercept) / slope : -infinity);
    p.greatest = static_cast<float>(display.hideAbove ? (*display.hideAbove - header.intercept) / slope : infinity);
    if (slope < 0) {
        if (!display.hideBelow) p.least = static_cast<float>(infinity);
        if (!display.hideAbove) p.greatest = static_cast<float>(-infinity);
        std::swap(p.least, p.greatest);
    }
    return p;
}

inline QRgb over(QRgb above, QRgb below) {
    const uint rest = 255 - qAlpha(above);
    uint rb = (below & 0x00ff00ff) * rest, ag = ((below >> 8) & 0x00ff00ff) * rest;
    rb = ((rb + 0x00800080 + ((rb >> 8) & 0x00ff00ff)) >> 8) & 0x00ff00ff;
    ag = (ag + 0x00800080 + ((ag >> 8) & 0x00ff00ff)) & 0xff00ff00;
    return above + (rb | ag);
}

/// Where a stored value lies in the colours, 0 to 255. What overflows to no number is 0: hence max's order.
inline float placed(const Painted& p, float stored) {
    return std::min(std::max(0.0f, stored * p.slope + p.intercept), 255.0f);
}

void paintValues(const Painted& p, const float* values, QRgb* pixels, int count) {
    for (int x = 0; x < count; ++x) {
        const float stored = values[x];
        if (!(stored >= p.least && stored <= p.greatest)) continue; // not a number included
        const float place = placed(p, stored);
        const QRgb colour = p.colours[static_cast<std::size_t>(place + 0.5f)];
        pixels[x] = p.alpha == 255 ? colour : over(colour, pixels[x]);
    }
}

void paintColours(const Painted& p, const float* values, QRgb* pixels, int count) {
    const auto part = [&](float stored) {
        const float place = placed(p, stored);
        const int level = static_cast<int>(place + 0.5f);
        return p.layer->display.inverted ? 255 - level : level;
    };
    for (int x = 0; x < count; ++x, values += 3) {
        if (std::isnan(values[0])) continue;
        const QRgb colour = qPremultiply(qRgba(part(values[0]), part(values[1]), part(values[2]), p.alpha));
        pixels[x] = over(colour, pixels[x]);
    }
}

/// Whether a layer asks for more than the loops above know.
bool isElaborate(const Layer& layer) {
    const Display& display = layer.display;
    return display.labels || display.negative || display.drawn == Drawn::Outline || layer.mask;
}

void paintElaborate(const Painted& p, const PixelGrid& grid, const QRect& band, int lineWidth, QRgb* pixels,
                    qsizetype stride) {
    LayerRows rows(*p.layer, p.index, grid, band.width(), lineWidth);
    for (int y = band.top(); y <= band.bottom(); ++y) {
        const QRgb* colours = rows.row(y);
        QRgb* to = pixels + y * stride;
        for (int x = 0; x < band.width(); ++x)
            if (colours[x] != 0) to[x] = p.alpha == 255 ? colours[x] : over(colours[x], to[x]);
    }
}

/// Some rows of the picture: every layer, one over the other, on one thread.
void paintBand(const std::vector<Painted>& layers, const PixelGrid& grid, const QRect& band, int lineWidth,
               QRgb* pixels, qsizetype stride) {
    for (const Painted& p : layers) {
        if (isElaborate(*p.layer)) {
            paintElaborate(p, grid, band, lineWidth, pixels, stride);
            continue;
        }
        SliceSampler sampler(*p.layer->volume, p.index, p.layer->display.interpolation, grid);
        const auto paint = sampler.components() == 3 ? paintColours : paintValues;
        for (int y = band.top(); y <= band.bottom(); ++y) {
            const SliceSampler::Span span = sampler.span(y, band.width());
            if (span.first < span.last)
                paint(p, sampler.row(y, span), pixels + y * stride + span.first, span.last - span.first);
        }
    }
}

bool isDrawn(const Layer& layer) {
    return layer.display.visible && layer.display.opacity > 0 && layer.volume->header().voxelToLps.isValid();
}

/// The part of the view that layers can lie in: what is around them need not be made.
QRectF shadow(const ReviewState& state, const SliceGeometry& geometry) {
    QRectF shadow;
    for (const Layer& layer : state.layers) {
        if (!isDrawn(layer)) continue;
        const VolumeHeader& header = layer.volume->header();
        QPolygonF corners;
        for (int corner = 0; corner < 8; ++corner)
            corners += geometry.toView(header.voxelToLps.toWorld({corner & 1 ? header.size[0] - 0.5 : -0.5,
                                                                  corner & 2 ? header.size[1] - 0.5 : -0.5,
                                                                  corner & 4 ? header.size[2] - 0.5 : -0.5}));
        shadow |= corners.boundingRect();
    }
    return shadow & geometry.view;
}

} // namespace

PixelGrid pixelGrid(const SliceGeometry& geometry, const QSize& devicePixels) {
    const QSizeF step(geometry.view.width() / devicePixels.width(), geometry.view.height() / devicePixels.height());
    return {geometry.toWorld(geometry.view.topLeft() + QPointF(step.width(), step.height()) / 2),
            geometry.basis.right * (geometry.mmPerPixel * step.width()),
            geometry.basis.down * (geometry.mmPerPixel * step.height())};
}

QImage sliceImage(const ReviewState& state, const NavigationState& navigation, const SliceGeometry& geometry,
                  const QSize& devicePixels) {
    QImage image(devicePixels, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return image;
    image.fill(Qt::transparent);
    std::vector<Painted> layers;
    for (const Layer& layer : state.layers)
        if (isDrawn(layer)) layers.push_back(painted(layer, navigation.volume));
    if (layers.empty()) return image;

    const PixelGrid grid = pixelGrid(geometry, devicePixels);
    // Lines are as wide as those of the marks.
    const int lineWidth = std::max(1, static_cast<int>(std::lround(devicePixels.width() / geometry.view.width())));
    auto* pixels = reinterpret_cast<QRgb*>(image.bits());
    const qsizetype stride = image.bytesPerLine() / 4;
    inParallel(devicePixels.height(), [&](int top, int bottom) {
        paintBand(layers, grid, {0, top, devicePixels.width(), bottom - top}, lineWidth, pixels, stride);
    });
    return image;
}

void paintPixels(QPainter& painter, const SliceGeometry& geometry, const QRectF& part,
                 const std::function<QImage(const SliceGeometry&, const QSize&)>& make) {
    const QTransform toDevice = painter.deviceTransform();
    const QRect device = toDevice.mapRect(part).toAlignedRect();
    const QRectF snapped = toDevice.inverted().mapRect(QRectF(device));
    SliceGeometry onDevice = geometry;
    onDevice.view = snapped;
    onDevice.middleLps = geometry.toWorld(snapped.center());
    const QImage image = make(onDevice, device.size());
    painter.save();
    painter.setClipRect(geometry.view, Qt::IntersectClip);
    painter.setWorldTransform((painter.worldTransform().inverted() * toDevice).inverted());
    painter.drawImage(device.topLeft(), image);
    painter.restore();
}

void paintSlice(QPainter& painter, const ReviewState& state, const NavigationState& navigation,
                const SliceGeometry& geometry, const Decor& decor) {
    painter.save();
    painter.setClipRect(geometry.view, Qt::IntersectClip);
    const bool outlines = hasOutlines(state); // which may lie beside the layers
    const double lineScale = 1.2 * decor.textScale * painter.deviceTransform().m11();
    paintPixels(painter, geometry, outlines ? geometry.view : shadow(state, geometry),
                [&](const SliceGeometry& onDevice, const QSize& pixels) {
                    QImage image = sliceImage(state, navigation, onDevice, pixels);
                    if (outlines) drawOutlines(image, state, onDevice, lineScale);
                    return image;
                });
    if (decor.marks) paintDecorations(painter, {state, navigation, geometry, decor});
    painter.restore();
}

} // namespace neuraxis::render
