#pragma once

#include "app/background_task.h"
#include "app/opener.h"
#include "app/placed_visits.h"

#include <QPointer>
#include <QTimer>

namespace neuraxis {

class StudyKeeper;

/// Keeps ReviewState::visits true: of each visit of the participant who is open the image most like the one that is
/// shown, and how they lie to one another, as the study knows it or as it is found in the background.
class VisitComparison : public QObject {
    Q_OBJECT
  public:
    VisitComparison(Review& review, Navigation& navigation, Opener& opener, QObject* parent = nullptr);

    /// Where the places are kept; null: nowhere.
    void setStudy(StudyKeeper* study);

    /// Shows another visit in the place of the current one, at the same place in the head.
    void showVisit(int visit);
    /// The same of a visit by its uid; where it has nothing comparable, the first of its images.
    void showVisitOf(const QString& uid);
    void compareWithVisitOf(const QString& uid);
    /// The visit `by` places further by date.
    void stepVisit(int by);
    /// Finds the places anew; what was put by hand is lost.
    void alignAgain(AlignmentKind kind);
    /// Leaves the visits as they are until they are to be aligned again.
    void cancel();
    /// Writes to the study what was put by hand lately.
    void keep();
    [[nodiscard]] BackgroundTask& aligner() { return worker; }

  Q_SIGNALS:
    /// Something the reader should know, as one sentence.
    void said(const QString& sentence);

  private:
    /// A visit's image that can be compared.
    struct Candidate {
        const VisitImages::OfVisit* visit;
        int id; ///< Of the series
        QString key, contrast;
    };
    [[nodiscard]] std::vector<Candidate> candidates() const;
    void look();
    void takeHandwork();
    void give(const std::vector<Candidate>& found);
    void align(AlignmentKind kind);
    void fetchOrAlign(const std::vector<ComparedVisit>& visits);
    void recall();
    void takeRemarks(const QStringList& about, const std::vector<study::Remark>& remarks);
    void takePlaces(const VisitImageSet& images, const std::vector<Placement>& places);
    [[nodiscard]] std::vector<ComparedVisit> visitsOf(const std::vector<Candidate>& candidates) const;

    Review& review;
    Navigation& navigation;
    Opener& opener;
    BackgroundTask worker;
    QPointer<StudyKeeper> study;
    QTimer settle;                       ///< Until a place that changes stays
    QStringList visits, keys;            ///< uids and images of the set that is compared
    std::vector<int> ids;                ///< Their series
    std::vector<Placement> places, kept; ///< Of the set: as they are, and as the study has them
    bool isRecalled = false;             ///< The study was asked
    bool isStopped = false;              ///< There was no memory, or the reader cancelled
    bool keepsHandwork = true;           ///< What is aligned leaves what was put by hand as it lies
    QString participant;
    bool hasLaidOut = false; ///< Once, in this window
    bool laysOut = false;    ///< The visits are to be laid out when they are known
};

} // namespace neuraxis
