#pragma once

#include "core/model/review.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>

namespace neuraxis {

/// Finds the brain of the rendered layer in the background as soon as a 3-D preset needs it, and gives it to the
/// layer without an undo step of its own.
class BrainMasker : public QObject {
    Q_OBJECT
  public:
    explicit BrainMasker(Review& review, QObject* parent = nullptr);
    ~BrainMasker() override;

  private:
    void look();
    void give();

    Review& review;
    QThreadPool pool;
    std::atomic_bool stopping = false;
    std::shared_ptr<const Volume> sought; ///< The last volume whose brain was asked for
    std::shared_ptr<const Volume> brain;  ///< What was found in it; null until then, or when nothing was
};

} // namespace neuraxis
