#pragma once

#include "app/placed_visits.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>

namespace neuraxis {

/// Finds in the background how the images of several visits lie to one another. One set at a time: a new one ends the
/// one before.
class VisitAligner : public QObject {
    Q_OBJECT
  public:
    explicit VisitAligner(QObject* parent = nullptr);
    /// Cancels and waits for the work in flight.
    ~VisitAligner() override;

    /// aligned() or failed() tells, unless it is cancelled.
    void align(const VisitImageSet& images, AlignmentKind kind);
    void cancel();
    [[nodiscard]] bool isBusy() const { return cancelled != nullptr; }
    [[nodiscard]] int percent() const { return done; }

  Q_SIGNALS:
    void busyChanged();
    void aligned(const neuraxis::VisitImageSet& images, const std::vector<neuraxis::Placement>& places);
    /// There was no memory.
    void failed();

  private:
    QThreadPool pool;
    std::shared_ptr<std::atomic_bool> cancelled; ///< Of the work in flight; null without any
    std::atomic_int done = 0;
};

} // namespace neuraxis
