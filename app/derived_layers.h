#pragma once

#include "core/analysis/over_volumes.h"
#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>

namespace neuraxis {

/// Computes layers from the volumes of a series in the background, and lays each on top as one undoable step.
class DerivedLayers : public QObject {
    Q_OBJECT
  public:
    DerivedLayers(Review& review, Navigation& navigation, QObject* parent = nullptr);
    /// Cancels and waits for the work in flight.
    ~DerivedLayers() override;

    /// Over the volumes that are walked now: all, or those of one b-value. One after another when asked more often.
    void add(const OverVolumes& measure);
    void cancel();
    [[nodiscard]] bool isBusy() const { return pending > 0; }
    [[nodiscard]] int percent() const { return done; } ///< Of the one being computed

    /// The measure's title in a menu: "Average over the volumes".
    static QString title(const OverVolumes& measure);

  Q_SIGNALS:
    void busyChanged();
    /// A sentence for the reader: why there is no new layer.
    void said(const QString& sentence);

  private:
    struct Wish;
    void lay(const Wish& wish, const std::shared_ptr<const Volume>& made);

    Review& review;
    Navigation& navigation;
    QThreadPool pool;
    std::shared_ptr<std::atomic_bool> cancelled; ///< Of all that was asked for since the last cancel()
    std::atomic_int done = 0;
    int pending = 0;
};

} // namespace neuraxis
