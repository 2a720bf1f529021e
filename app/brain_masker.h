#pragma once

#include "core/model/review.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>

namespace neuraxis {

/// Finds the brain of the rendered layer in the background as soon as a 3-D preset needs it, and gives it to the
/// layer as part of the same undo step.
class BrainMasker : public QObject {
    Q_OBJECT
  public:
    explicit BrainMasker(Review& review, QObject* parent = nullptr);
    ~BrainMasker() override;

  private:
    void look();

    Review& review;
    QThreadPool pool;
    std::atomic_bool stopping = false;
    std::shared_ptr<const Volume> working; ///< The volume whose brain is being sought
};

} // namespace neuraxis
