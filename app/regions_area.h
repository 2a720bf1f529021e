#pragma once

#include "app/over_time_page.h"
#include "app/region_report.h"
#include "app/roi_keeper.h"
#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QThreadPool>
#include <QWidget>

class QActionGroup;
class QSpinBox;
class QStackedWidget;
class QToolButton;

namespace neuraxis {

/// Below the views: the regions of the shown cortex as a table, the participant among the study's groups, the motor
/// strip, and how the participant's regions change over time. All is worked out in the background.
class RegionsArea : public QWidget {
    Q_OBJECT
  public:
    RegionsArea(Review& review, Navigation& navigation, QWidget* parent = nullptr);
    ~RegionsArea() override;

    /// Whom people are compared with; read in the background. Null: nobody.
    void setStudy(const std::shared_ptr<const Cohort>& cohort);
    /// Whose cortex is shown, as the study knows them; empty where it does not.
    void setPerson(const QString& participantUid, const QString& visitUid);
    /// What the study keeps of regions of interest.
    void setRoiStudy(const std::shared_ptr<const RoiStudy>& study);
    /// In a percentage where that is known, else -1.
    [[nodiscard]] int percent() const { return rois.task().isBusy() ? rois.task().percent() : -1; }
    [[nodiscard]] bool isBusy() const { return pending > 0 || overTime->isBusy() || rois.task().isBusy(); }
    void cancel();
    /// Turns to the page of changes.
    void showOverTime();

  Q_SIGNALS:
    void busyChanged();
    /// A sentence for the user.
    void said(const QString& sentence);
    /// Regions of interest were measured: to be kept.
    void roisMeasured(const neuraxis::RoisOverTime& rois);
    /// A visit of the participant was picked.
    void visitWanted(const QString& visitUid);
    /// `after` is `before` with the scores as a map of that name.
    void scoresWanted(const std::shared_ptr<const neuraxis::Cortex>& before,
                      const std::shared_ptr<const neuraxis::Cortex>& after, const QString& map);

  protected:
    void showEvent(QShowEvent*) override;

  private:
    QWidget* makeBar();
    void makeCompareMenu();
    void connectAll();
    [[nodiscard]] RegionWish wish() const;
    void refresh();
    void workOut(const RegionWish& wanted, bool readStudy);
    /// Nothing is shown of what was asked before; `why` stands there meanwhile.
    void forget(const QString& why);
    void readStrips(const RegionWish& now);
    void stopReading();
    void fillOverTime();
    void nameRois();
    void take(const RegionReport& report);
    void followCursor();
    void goTo(Side side, std::uint32_t vertex);
    void goToRegion(const QString& region, Side side);
    void goToRoi(const QString& name);
    void layScores();
    void saveTable(const QString& tsv, const QString& name);

    Review& review;
    Navigation& navigation;
    std::shared_ptr<const RegionStudy> study;
    std::shared_ptr<const Cohort> cohort; ///< That was read
    std::shared_ptr<const Cohort> given;  ///< The latest, which may say the same
    bool studyIsRead = true;
    QString participant, visit;
    RegionWish asked; ///< What the shown report is of, or will be
    RegionReport shown;
    QStackedWidget* pages;
    RegionTableView* table;
    StripPlot* groups;
    StripProfile* strip;
    OverTimePage* overTime;
    QActionGroup *measure, *kind;
    QSpinBox* least;
    QToolButton *compare, *onSurface;
    QThreadPool pool, stripPool; ///< Reading the controls' surfaces takes long and keeps nothing else waiting
    std::shared_ptr<io::Job> reading, readingStrips;
    std::shared_ptr<const StripControls> strips; ///< Along the map that was looked at last
    QString stripsAskedOf;                       ///< Its name
    RoiKeeper rois;
    std::shared_ptr<const RoiStudy> roiStudy;
    int pending = 0;
};

} // namespace neuraxis
