#pragma once

#include "app/region_trajectories.h"
#include "app/roi_trajectories.h"
#include "widgets/trajectory_plot.h"

#include <QThreadPool>
#include <QWidget>
#include <functional>

class QCheckBox;
class QComboBox;

namespace neuraxis {

/// How a participant's regions change, of the cortex or of interest: a table of rates, and the chosen region over time
/// beside it. Worked out in the background.
class OverTimePage : public QWidget {
    Q_OBJECT
  public:
    explicit OverTimePage(QWidget* parent = nullptr);
    ~OverTimePage() override;

    /// Shows that participant's rates, once they are worked out; whether failed visits count is chosen here.
    void show(const std::shared_ptr<const RegionStudy>& study, const TrajectoryWish& wish);
    /// The same of regions of interest; failed visits as above.
    void show(const std::shared_ptr<const RoisOverTime>& rois, const RoiWishes& wishes);
    /// What there is to choose from beside the regions of the cortex, and which of it is chosen, as choice() has it.
    void setChoices(const QStringList& choices, int chosen);
    /// Which of them is chosen; -1: the regions of the cortex.
    [[nodiscard]] int choice() const;
    /// Instead, why there is nothing to show.
    void setSentence(const QString& why);
    /// Marks a visit as the one that is looked at.
    void setCurrentVisit(const QString& visitUid);
    [[nodiscard]] bool isBusy() const { return pending > 0; }

  Q_SIGNALS:
    void busyChanged();
    void visitWanted(const QString& visitUid);
    void choiceChanged();
    void regionPicked(const QString& region, std::optional<Side> side);
    /// A table to be saved, and what to call it.
    void exportAsked(const QString& tsv, const QString& name);

  private:
    struct Asked {
        std::shared_ptr<const RegionStudy> study;
        TrajectoryWish wish;
        std::shared_ptr<const RoisOverTime> rois; ///< Set: of these instead
        RoiWishes roiWishes;
        [[nodiscard]] bool isAnything() const { return study || rois; }
        bool operator==(const Asked&) const = default;
    };
    void ask(const Asked& now);
    void workOut();
    void draw(const QString& region, std::optional<Side> side);
    using Then = std::function<void()>;
    /// What `work`, on the pool, says is to be done then is done here, unless something else was asked meanwhile.
    void inBackground(const std::function<Then(const Asked&)>& work);

    RatesTable* table;
    TrajectoryPlot* plot;
    QCheckBox* withFailed;
    QComboBox *what, *axis;
    Asked asked;
    RegionRates shown;
    QThreadPool pool;
    int pending = 0;
};

} // namespace neuraxis
