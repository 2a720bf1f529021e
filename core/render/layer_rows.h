#pragma once

#include "core/model/colour_scale.h"
#include "core/model/review_state.h"
#include "core/render/label_colours.h"
#include "core/render/slice_sampler.h"

#include <optional>
#include <vector>

namespace neuraxis::render {

/// The rows of a plane in a layer's colours, with all that its display can ask for: labels, colours below zero, a mask,
/// outlines. Used by one thread.
class LayerRows {
  public:
    /// Outlines are `lineWidth` pixels wide, on the inner side. The layer must outlive the rows.
    LayerRows(const Layer& layer, int volume, const PixelGrid& grid, int width, int lineWidth);

    /// Colours of row y, premultiplied; 0 where nothing is drawn. Valid until the next call.
    const QRgb* row(int y);

  private:
    /// A row with what lies around it as far as lines are wide.
    struct Row {
        int y;
        std::vector<QRgb> colours;
        std::vector<int> areas; ///< Which area each pixel belongs to: a label's number, or 1 for what is drawn; 0: none
    };
    void fill(Row& row);
    void colourLabels(Row& row, const float* values, const SliceSampler::Span& span);
    void colourValues(Row& row, const float* values, const SliceSampler::Span& span) const;
    void colourColours(Row& row, const float* values, const SliceSampler::Span& span) const;
    void maskOut(Row& row);
    const Row& rowAt(int y);
    void outline(int y);

    const Layer& layer;
    int width, margin; ///< Pixels beside the picture that are looked at too
    float slope, intercept;
    SliceSampler sampler;
    std::optional<SliceSampler> mask;
    ColourScale scale;
    std::optional<LabelColours> labels;
    std::vector<Row> rows; ///< The last ones, each at its number modulo how many they are
    std::vector<QRgb> line;
};

} // namespace neuraxis::render
