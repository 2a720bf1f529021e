#include "core/render/layer_rows.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace neuraxis::render {

namespace {

PixelGrid around(const PixelGrid& grid, int margin) {
    return {grid.first + grid.right * -margin + grid.down * -margin, grid.right, grid.down};
}

Interpolation interpolationOf(const Display& display) {
    return display.labels ? Interpolation::Nearest : display.interpolation;
}

int alphaOf(const Display& display) {
    return static_cast<int>(std::lround(std::clamp(display.opacity, 0.0, 1.0) * 255));
}

} // namespace

LayerRows::LayerRows(const Layer& layer, int volume, const PixelGrid& grid, int width, int lineWidth)
    : layer(layer), width(width), margin(layer.display.drawn == Drawn::Outline ? std::max(1, lineWidth) : 0),
      slope(static_cast<float>(layer.volume->header().slope)),
      intercept(static_cast<float>(layer.volume->header().intercept)),
      sampler(*layer.volume, volume, interpolationOf(layer.display), around(grid, margin)),
      scale(layer.display, volume) {
    if (layer.mask) mask.emplace(*layer.mask, 0, Interpolation::Nearest, around(grid, margin));
    if (layer.display.labels && sampler.components() == 1)
        labels.emplace(*layer.display.labels, alphaOf(layer.display));
    rows.resize(2 * static_cast<std::size_t>(margin) + 1, {std::numeric_limits<int>::min(), {}, {}});
}

const QRgb* LayerRows::row(int y) {
    if (margin == 0) return rowAt(y).colours.data();
    outline(y);
    return line.data();
}

/// Rows are asked for from the top down, those around a row all at once.
const LayerRows::Row& LayerRows::rowAt(int y) {
    Row& row = rows[static_cast<std::size_t>(y + margin) % rows.size()];
    if (row.y != y) {
        row.y = y;
        fill(row);
    }
    return row;
}

void LayerRows::fill(Row& row) {
    const int whole = width + 2 * margin;
    row.colours.assign(static_cast<std::size_t>(whole), 0);
    if (margin > 0) row.areas.assign(static_cast<std::size_t>(whole), 0);
    const int y = row.y + margin;
    const SliceSampler::Span span = sampler.span(y, whole);
    if (span.first >= span.last) return;
    const float* values = sampler.row(y, span);
    if (labels)
        colourLabels(row, values, span);
    else if (sampler.components() == 3)
        colourColours(row, values, span);
    else
        colourValues(row, values, span);
    if (mask) maskOut(row);
    if (margin == 0 || labels) return;
    for (std::size_t x = 0; x < row.areas.size(); ++x) row.areas[x] = row.colours[x] != 0;
}

void LayerRows::colourLabels(Row& row, const float* values, const SliceSampler::Span& span) {
    for (int x = span.first; x < span.last; ++x) {
        const float value = std::round(*values++ * slope + intercept);
        constexpr float greatest = 2147483520;                                    // of the floats that are an int
        const int id = std::abs(value) <= greatest ? static_cast<int>(value) : 0; // not a number included
        row.colours[static_cast<std::size_t>(x)] = labels->at(id);
        if (margin > 0) row.areas[static_cast<std::size_t>(x)] = id;
    }
}

void LayerRows::colourValues(Row& row, const float* values, const SliceSampler::Span& span) const {
    QRgb* to = row.colours.data() + span.first;
    for (int x = span.first; x < span.last; ++x) *to++ = scale.at(*values++ * slope + intercept);
}

void LayerRows::colourColours(Row& row, const float* values, const SliceSampler::Span& span) const {
    const Range& window = layer.display.window();
    const auto factor = static_cast<float>(255 / std::max(window.width(), 1e-12));
    const auto part = [&](float stored) {
        const float place = (stored * slope + intercept - static_cast<float>(window.low)) * factor;
        const int level = static_cast<int>(std::clamp(place, 0.0F, 255.0F) + 0.5F);
        return layer.display.inverted ? 255 - level : level;
    };
    const int alpha = alphaOf(layer.display);
    for (int x = span.first; x < span.last; ++x, values += 3)
        row.colours[static_cast<std::size_t>(x)] =
            qPremultiply(qRgba(part(values[0]), part(values[1]), part(values[2]), alpha));
}

void LayerRows::maskOut(Row& row) {
    const auto isDrawn = [](QRgb colour) { return colour != 0; };
    const auto begin = row.colours.begin(), end = row.colours.end();
    const int first = static_cast<int>(std::find_if(begin, end, isDrawn) - begin);
    const int last = static_cast<int>(std::find_if(row.colours.rbegin(), row.colours.rend(), isDrawn).base() - begin);
    if (first >= last) return;
    const VolumeHeader& header = layer.mask->header();
    const auto maskSlope = static_cast<float>(header.slope), maskIntercept = static_cast<float>(header.intercept);
    SliceSampler::Span span = mask->span(row.y + margin, static_cast<int>(row.colours.size()));
    span = {std::max(span.first, first), std::max(std::min(span.last, last), std::max(span.first, first))};
    const float* values = mask->row(row.y + margin, span);
    for (int x = first; x < last; ++x) {
        const bool inside = x >= span.first && x < span.last &&
                            values[(x - span.first) * mask->components()] * maskSlope + maskIntercept > 0;
        if (inside) continue;
        row.colours[static_cast<std::size_t>(x)] = 0;
        if (margin > 0) row.areas[static_cast<std::size_t>(x)] = 0;
    }
}

/// Keeps what lies no further from another area than lines are wide.
void LayerRows::outline(int y) {
    line.assign(static_cast<std::size_t>(width), 0);
    for (int near = y - margin; near <= y + margin; ++near) rowAt(near);
    const Row& middle = rowAt(y);
    for (int x = 0; x < width; ++x) {
        const auto at = static_cast<std::size_t>(x + margin);
        if (middle.colours[at] == 0) continue;
        const int area = middle.areas[at];
        bool isEdge = false;
        for (int dy = -margin; dy <= margin && !isEdge; ++dy) {
            const int* areas = rowAt(y + dy).areas.data() + at;
            const int reach = static_cast<int>(std::sqrt(static_cast<double>(margin * margin - dy * dy)));
            for (int dx = -reach; dx <= reach && !isEdge; ++dx) isEdge = areas[dx] != area;
        }
        if (isEdge) line[static_cast<std::size_t>(x)] = middle.colours[at];
    }
}

} // namespace neuraxis::render
