#pragma once

#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QListWidget;
class QSlider;
class QToolButton;

namespace neuraxis {

/// The layers from the top down, and how the active one looks.
class LayerPanel : public QWidget {
    Q_OBJECT
  public:
    LayerPanel(Review& review, Navigation& navigation, QWidget* parent = nullptr);

  private:
    void showState();
    /// Shows what changes with the active layer and the volume in view.
    void followPlace();
    void showLayers();
    void showDisplay();
    [[nodiscard]] int active() const;
    void moveActive(int up);
    void removeActive();
    /// One undoable change of the active layer's display; `key` merges a drag of one control.
    void changeLayer(const QString& text, const QString& key, const std::function<void(Layer&)>& change);
    void change(const QString& text, const QString& key, const std::function<void(Display&)>& change);
    /// The same of its window for the volume in view; `merged`: one step with the change before.
    void changeWindow(const Range& window, bool merged = false);
    void fillWindowMenu();
    void choosePercentiles();

    Review& review;
    Navigation& navigation;
    bool showing = false; ///< Controls are being set from the state: not a user's change
    Range shownWindow;
    QListWidget* list;
    QToolButton *up, *down, *remove, *windowMenu;
    QWidget* form;
    QSlider* opacity;
    QDoubleSpinBox *opacityPercent, *centre, *width, *low, *high, *belowValue, *aboveValue;
    QCheckBox *below, *above, *inverted;
    QComboBox *colours, *interpolation;
};

} // namespace neuraxis
