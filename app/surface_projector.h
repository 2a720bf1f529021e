#pragma once

#include "core/analysis/volume_to_surface.h"
#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QThreadPool>

namespace neuraxis {

/// Lays the active layer onto the shown cortex as another map, in the background.
class SurfaceProjector : public QObject {
    Q_OBJECT
  public:
    SurfaceProjector(Review& review, Navigation& navigation, QObject* parent);
    ~SurfaceProjector() override;
    void project(const SurfaceSampling& sampling);

  Q_SIGNALS:
    /// A sentence for the user: how was sampled, or why nothing was.
    void said(const QString& sentence);
    /// `after` is `before` with the map of that name, which is to look as the overlay did that it was made of.
    void projected(const std::shared_ptr<const neuraxis::Cortex>& before,
                   const std::shared_ptr<const neuraxis::Cortex>& after, const QString& map,
                   const std::optional<neuraxis::Display>& look);

  private:
    Review& review;
    Navigation& navigation;
    QThreadPool pool;
};

} // namespace neuraxis
