#pragma once

#include "core/model/navigation.h"
#include "core/model/review_state.h"

#include <QLabel>

namespace neuraxis {

/// Where the pointer is, in words, the voxel there and every visible layer's value with its unit.
class ReadOut : public QLabel {
    Q_OBJECT
  public:
    explicit ReadOut(QWidget* parent = nullptr);
    void showPlace(const ReviewState& state, const NavigationState& navigation, const WorldPoint& lps);
};

/// The read-out's text; empty without layers.
QString readOutText(const ReviewState& state, const NavigationState& navigation, const WorldPoint& lps);

} // namespace neuraxis
