#pragma once

#include "core/model/display.h"

#include <QWidget>
#include <functional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSlider;

namespace neuraxis {

/// The controls of how values become colours: those of a volume in the layer panel, those of a map on a cortex. Shows a
/// Display and asks for changes of it; whose it is, the owner knows. Of labels only the opacity is left.
class DisplayForm : public QWidget {
    Q_OBJECT
  public:
    explicit DisplayForm(QWidget* parent = nullptr);
    /// `volume` is the place in the fourth dimension whose window is shown.
    void show(const Display& display, int volume = 0);
    /// For rows of the owner's.
    [[nodiscard]] QFormLayout* rows() { return form; }
    /// The number of the row below some of the form's own.
    enum class Group { Opacity, Colours, Window };
    [[nodiscard]] int rowBelow(Group group) const;

  Q_SIGNALS:
    /// Edits with the same key in a row are one step. `text` is translated.
    void changed(const QString& text, const QString& key, const std::function<void(neuraxis::Display&)>& change);
    /// The window was set; apart from the others, since volumes of a b-value share theirs.
    void windowChanged(const neuraxis::Range& window);

  private:
    void connectAll();
    /// Only the rows that mean something.
    void showRowsFor(const Display& display);

    QFormLayout* form;
    QSlider* opacity;
    QDoubleSpinBox *opacityPercent, *low, *high, *belowValue, *aboveValue, *negativeLow, *negativeHigh;
    QComboBox *colours, *negativeColours;
    QCheckBox *inverted, *below, *above, *apart;
    bool showing = false;
};

} // namespace neuraxis
