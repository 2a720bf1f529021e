#pragma once

#include "app/held_cortices.h"
#include "app/loader.h"
#include "app/series_model.h"
#include "app/study_visits.h"
#include "core/analysis/thickness_change.h"
#include "core/model/navigation.h"
#include "core/model/review.h"

#include <QHash>
#include <deque>
#include <optional>

namespace neuraxis {

/// Brings files into the review: has them scanned and read, keeps the list of what was found, and shows the first of
/// it, or what the user picks, as soon as it has been read.
class Opener : public QObject {
    Q_OBJECT
  public:
    Opener(Review& review, Navigation& navigation, QObject* parent);

    void open(const QStringList& paths, bool asOverlay);
    /// Opens a participant's images instead of all that is open, those of each visit under its name.
    void openVisits(const VisitImages& images);
    /// Shows a series of the list: as the only volume, or over those shown.
    void show(int id, bool asOverlay);
    /// Reads a series of the list without showing it, unless it is in memory.
    void fetch(int id);
    /// Series of the list that are not to be let go of: what is about to be shown.
    void need(std::vector<int> ids) { needed = std::move(ids); }
    /// Shows the series `by` places further in the list than the one shown.
    void showNeighbour(int by);

    /// One with more on it, a map of that name, takes the place of a cortex that is open.
    void replaceCortex(const std::shared_ptr<const Cortex>& before, const std::shared_ptr<const Cortex>& after,
                       const QString& map);
    /// The same; `look`, where it is given, says how the map is shown.
    void replaceCortexWith(const std::shared_ptr<const Cortex>& before, const std::shared_ptr<const Cortex>& after,
                           const QString& map, const std::optional<Display>& look);

    [[nodiscard]] Loader& loader() { return reader; }
    [[nodiscard]] SeriesModel& series() { return model; }
    [[nodiscard]] const std::vector<io::Skipped>& skipped() const { return notShown; }
    /// Of the participant who is open; without images where files were opened by themselves.
    [[nodiscard]] const VisitImages& visitImages() const { return visits; }
    /// uid of the visit that the lowest layer is of; "" where no study knows it.
    [[nodiscard]] QString shownVisit() const;
    /// The cortex of each visit that has one and a date, those of failed quality left out, by date.
    [[nodiscard]] std::vector<TimedCortex> timedCortices() const;
    /// The row of the lowest layer's series; -1 where it has none.
    [[nodiscard]] int shownRow() const;

  Q_SIGNALS:
    /// A scan has ended, which found something or not: series() and skipped() may have grown.
    void scanned(bool found);
    /// A volume was read, and perhaps shown.
    void volumeRead();
    /// Something the user should know, as one sentence.
    void said(const QString& sentence);

  private:
    struct Wanted {
        int id;
        bool asOverlay;
    };
    void takeScan(const io::Scan& scan, int firstId, bool asOverlay);
    void placeEarlyLabels(const io::Scan& scan, int firstId);
    void takeCortex(const std::shared_ptr<const Cortex>& cortex, const QStringList& files, int request, bool asOverlay);
    /// Adds a cortex to what is shown, as an undoable step unless a session starts with it.
    void showCortex(const std::shared_ptr<const Cortex>& cortex);
    void takeVolume(int id, const std::shared_ptr<const Volume>& volume);
    void takeFailure(int id, const QString& sentence);
    void display(const std::shared_ptr<const Volume>& volume, bool asOverlay);
    /// With what a series of the list was opened: the first id of its scan.
    [[nodiscard]] int requestOf(int id) const;
    /// The series of the list that a volume is of; null for one that is not in it yet.
    [[nodiscard]] const SeriesModel::Entry* entryOf(const std::shared_ptr<const Volume>& volume) const;
    /// The cortex that belongs to a volume; null when there is none.
    [[nodiscard]] std::shared_ptr<const Cortex> cortexOf(const std::shared_ptr<const Volume>& volume) const;
    /// Of the base, as it looks now.
    void rememberLook();

    /// How the lowest layer opened and how it was left.
    struct Look {
        QString series, modality;
        Display opened, left;
    };

    Review& review;
    Navigation& navigation;
    std::vector<int> needed;
    bool isFresh = false; ///< A participant was opened, and nothing of theirs shown yet
    VisitImages visits;   ///< What the open paths are called
    SeriesModel model;
    Loader reader;
    std::vector<io::Skipped> notShown;
    std::deque<Look> looks; ///< That stay from one participant or visit to the next; the last one first
    HeldCortices cortices;
    std::vector<int> requests;           ///< First ids of the scans, ascending
    QHash<QString, int> volumeInView;    ///< Where the reader was in a series, to come back to
    std::optional<Wanted> wanted;        ///< A series to show once it has been read
    std::shared_ptr<const Volume> early; ///< Shown while its scan goes on
};

} // namespace neuraxis
