#pragma once

#include "core/model/review.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSlider;

namespace neuraxis {

/// How the 3-D view is rendered.
class VolumePanel : public QWidget {
    Q_OBJECT
  public:
    explicit VolumePanel(Review& review, QWidget* parent = nullptr);

  private:
    void showState();
    void change(const QString& text, const QString& key, const std::function<void(VolumeView&)>& change);

    Review& review;
    bool showing = false; ///< Controls are being set from the state: not a user's change
    QComboBox *preset, *clip;
    QSlider* opacity;
    QCheckBox *shading, *otherSide, *crop;
    QDoubleSpinBox* cropMm;
};

} // namespace neuraxis
