#pragma once

#include "core/model/review_state.h"

#include <QStringList>
#include <optional>

class QCommandLineParser;

namespace neuraxis {

/// What `render` is told of surfaces.
struct CortexOptions {
    QStringList maps, regions;   ///< Files, or names of what the cortex has; "none"
    std::optional<double> shape; ///< As CortexView has it
    std::optional<Range> range;
    std::optional<double> threshold;
    QString colours; ///< "" where nothing was said
    bool filled = false;
    std::vector<CortexDirection> directions; ///< Empty where nothing was said
    [[nodiscard]] bool isEmpty() const;
};

/// What the forms of a surface are called on the command line, by SurfaceShape.
const QStringList& shapeNames();

void addCortexOptions(QCommandLineParser& parser);
/// Throws Usage (see command.h) for what is not understood.
CortexOptions cortexOptionsOf(const QCommandLineParser& parser);
/// Lays the maps on the shown cortex and shows it as was asked for. Throws io::Error: no cortex, no such map or region.
void applyCortexOptions(const CortexOptions& options, ReviewState& state);

} // namespace neuraxis
