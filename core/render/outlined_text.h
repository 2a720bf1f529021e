#pragma once

#include <QFont>
#include <QPainter>

namespace neuraxis::render {

/// The font of marks at a height in the painter's units.
QFont markFont(double pixels, bool bold = false);

/// Draws one line of text with a rim (dark around bright text, bright around dark), so that it can be read on
/// bright and on dark. `place` is where its baseline starts. The same text again costs next to nothing.
void drawOutlined(QPainter& painter, const QPointF& place, const QString& text, const QFont& font,
                  const QColor& colour);

} // namespace neuraxis::render
