#pragma once

#include "app/settings.h"
#include "widgets/cine.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace neuraxis {

class VolumeBar;

/// The views, and below them what belongs to a series of volumes: the curve, the table of volumes and the bar that
/// walks through them. With single volumes it is the views alone.
class SeriesArea : public QWidget {
    Q_OBJECT
  public:
    SeriesArea(Review& review, Navigation& navigation, Settings& settings, QWidget* views, QWidget* parent = nullptr);
    [[nodiscard]] Cine& cine() { return film; }
    /// Of the menu with all of this.
    static QString menuTitle();
    void setCurve(bool shown);
    void setTable(bool shown);
    /// The menu of the bar's button for layers computed from the series; filled by whoever knows the actions.
    [[nodiscard]] QMenu* layersMenu() { return menu; }

  Q_SIGNALS:
    /// The curve or the table was shown or hidden.
    void changed();

  private:
    void showState();

    Review& review;
    Navigation& navigation;
    Settings& settings;
    Cine film;
    VolumeBar* bar;
    QWidget *strip, *curve, *table;
    QToolButton *curveSwitch, *tableSwitch;
    QMenu* menu;
};

} // namespace neuraxis
