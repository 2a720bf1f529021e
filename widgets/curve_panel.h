#pragma once

#include "core/model/navigation.h"
#include "core/model/review.h"
#include "widgets/curve_plot.h"

#include <QWidget>

class QComboBox;
class QToolButton;

namespace neuraxis {

/// The values of the voxel at the crosshair over the volumes of the series that is walked through.
class CurvePanel : public QWidget {
    Q_OBJECT
  public:
    CurvePanel(Review& review, Navigation& navigation, QWidget* parent = nullptr);
    /// The values as a table for the clipboard: a heading and a line for each volume, tabs between.
    [[nodiscard]] QString table() const;

  protected:
    void showEvent(QShowEvent*) override;

  private:
    void showState();
    void offerScales(const VolumeHeader& header);
    void copy();
    [[nodiscard]] QString describe(const Curve::Point& point) const;

    Review& review;
    Navigation& navigation;
    QComboBox* scale;
    QToolButton* copyButton;
    CurvePlot* plot;
    std::shared_ptr<const Volume> volume; ///< Whose curve is shown
};

/// The curve at a place against a property of the volumes, over those that are walked; empty outside the grid.
Curve voxelCurve(const Volume& volume, const NavigationState& navigation, const WorldPoint& lps, const QString& scale);

} // namespace neuraxis
