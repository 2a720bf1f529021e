#pragma once

#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace neuraxis {

class DisplayForm;
class LabelList;

/// The layers from the top down, and how the active one looks.
class LayerPanel : public QWidget {
    Q_OBJECT
  public:
    LayerPanel(Review& review, Navigation& navigation, QWidget* parent = nullptr);

  Q_SIGNALS:
    /// Someone wants to choose a file with names and colours for a layer's labels.
    void labelTableWanted(int layer);

  private:
    void makeFields();
    void placeFields();
    void connectFields();
    void showState();
    /// Shows what changes with the active layer and the volume in view.
    void followPlace();
    void showLayers();
    void showDisplay();
    void showLabels();
    void showMasks(const Layer& layer);
    /// Only the fields that mean something for the layer.
    void showFieldsFor(const Display& display);
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
    DisplayForm* form;
    QDoubleSpinBox *centre, *width;
    QCheckBox* areLabels;
    QComboBox *interpolation, *drawn, *within;
    QLabel* tableTitle;
    LabelList* labels;
    QPushButton* loadTable;
};

} // namespace neuraxis
