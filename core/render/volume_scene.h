#pragma once

#include "core/model/navigation.h"
#include "core/model/review_state.h"

#include <QImage>
#include <QSize>
#include <atomic>
#include <memory>

namespace neuraxis::render {

/// The lowest visible layer rendered as a volume, on the processor: needs neither OpenGL nor a display.
/// Keeps what it prepared for a volume between pictures. Used from one thread at a time.
class VolumeScene {
  public:
    enum class Quality { Draft, Fine };
    VolumeScene();
    ~VolumeScene();

    /// The picture, premultiplied on a transparent background. A draft may be smaller than asked for: it is drawn
    /// scaled to the view. Empty (transparent) without a visible layer; null once `abort` was set meanwhile.
    QImage render(const ReviewState& state, const NavigationState& navigation, const QSize& devicePixels,
                  Quality quality, const std::atomic_bool* abort = nullptr);

  private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace neuraxis::render
