#pragma once

#include "app/background_task.h"
#include "app/roi_trajectories.h"
#include "core/model/review.h"

#include <QObject>
#include <QTimer>

namespace neuraxis {

/// Knows which label images lie over the visits that are compared, and follows the regions of interest of one of them
/// over time, in the background.
class RoiKeeper : public QObject {
    Q_OBJECT
  public:
    explicit RoiKeeper(Review& review, QObject* parent = nullptr);

    /// Who knows the visits' dates and ages; null: nobody.
    void setCohort(const std::shared_ptr<const Cohort>& cohort);
    /// In the order of the layers.
    [[nodiscard]] const std::vector<RoiImage>& images() const { return known; }
    /// From now on that is followed; of an image without labels nothing. It ends when the image is no longer there.
    void follow(const RoiImage& image, RoiMeasure measure);
    [[nodiscard]] bool isFollowed(const RoiImage& image) const;
    [[nodiscard]] RoiMeasure followedMeasure() const { return measure; }
    /// Ends the work until it is resumed.
    void cancel();
    void resume();
    /// What all visits have; null until it is worked out.
    [[nodiscard]] const std::shared_ptr<const RoisOverTime>& found() const { return made; }
    /// Why there is nothing yet.
    [[nodiscard]] const QString& sentence() const { return why; }
    /// The place of an ROI that is followed, by its name, in the current visit's space; nothing for another name.
    [[nodiscard]] std::optional<WorldPoint> placeOf(const QString& name) const;
    [[nodiscard]] const BackgroundTask& task() const { return worker; }

  Q_SIGNALS:
    void imagesChanged();
    /// Of what is followed.
    void changed();
    /// Something was measured: to be kept.
    void measured(const neuraxis::RoisOverTime& rois);

  private:
    void look();
    void prepare();
    void work();
    void say(const QString& sentence);
    void change(const std::function<void(RoisOverTime&)>& how);

    Review& review;
    BackgroundTask worker;
    std::shared_ptr<const Cohort> cohort;
    std::vector<RoiImage> known;
    RoiImage followed; ///< Without labels: nothing
    RoiMeasure measure = RoiMeasure::Brightness;
    RoiWish asked; ///< What was last worked out, or will be
    QTimer settle; ///< Until places that change stay
    std::shared_ptr<const RoisOverTime> made;
    /// What was worked out of the images that are there, the latest last: a look at another and back takes no time
    std::vector<std::pair<RoiWish, std::shared_ptr<const RoisOverTime>>> before;
    QString why;
    bool isStopped = false; ///< The reader cancelled
};

} // namespace neuraxis
