#pragma once

#include <QDialog>
#include <QList>
#include <QPair>

namespace neuraxis {

struct MousePreset;

/// One column group of the sheet: a heading and what does what.
struct ShortcutGroup {
    QString heading;
    QList<QPair<QString, QString>> rows; ///< Key or mouse, and what it does
};

/// The sheet that `?` shows: every key and what the mouse does.
class ShortcutSheet : public QDialog {
    Q_OBJECT
  public:
    explicit ShortcutSheet(const QList<ShortcutGroup>& groups, QWidget* parent = nullptr);
};

/// What the mouse does in all presets and in the given one's planes.
ShortcutGroup mouseGroup(const MousePreset& preset);

} // namespace neuraxis
