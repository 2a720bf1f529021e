#pragma once

#include "core/io/scan.h"

#include <QObject>
#include <QThreadPool>
#include <deque>
#include <memory>

namespace neuraxis {

/// Bytes of voxels that the series list may keep: a quarter of the machine's memory.
std::size_t memoryBudget();

/// Scans and reads on a thread of its own and tells the window what came of it. The one place that catches
/// io::Error. Requests are served in order; every signal is sent in the thread that owns the loader.
class Loader : public QObject {
    Q_OBJECT
  public:
    using Id = int;
    explicit Loader(QObject* parent = nullptr);
    /// Cancels and waits for the work in flight.
    ~Loader() override;

    /// Scans the paths, then reads every volume found while they fit into a quarter of the memory.
    /// `asOverlay` travels with the results.
    void open(const QStringList& paths, bool asOverlay);
    /// Reads one volume found earlier, before anything else that waits, unless forget() comes first.
    void readAgain(Id id, const io::Found& found);
    /// Lays what files hold onto a cortex that is open.
    void lay(const std::shared_ptr<const Cortex>& cortex, const QStringList& files);
    void forget(Id id);
    void cancel();
    [[nodiscard]] bool isBusy() const { return running != nullptr; }
    [[nodiscard]] int stepsDone() const;
    [[nodiscard]] int stepsTotal() const;

  Q_SIGNALS:
    void busyChanged();
    /// A first volume, read while the scan goes on; it comes again with an id once the scan has ended.
    void firstVolume(const std::shared_ptr<const neuraxis::Volume>& volume, bool asOverlay);
    /// The scan of one request has ended; found[i] has the id firstId + i.
    void scanned(const neuraxis::io::Scan& scan, int firstId, bool asOverlay);
    /// A cortex that the scan with that first id found was read.
    void cortexRead(const std::shared_ptr<const neuraxis::Cortex>& cortex, const QStringList& files, int firstId,
                    bool asOverlay);
    /// `after` is `before` with more on it; the map that is new, "" where only regions are.
    void laid(const std::shared_ptr<const neuraxis::Cortex>& before,
              const std::shared_ptr<const neuraxis::Cortex>& after, const QString& map);
    void volumeRead(int id, const std::shared_ptr<const neuraxis::Volume>& volume);
    /// id is -1 for a cortex.
    void failed(int id, const QString& sentence);
    /// All that was asked for has ended or was cancelled.
    void finished();

  private:
    struct Request {
        QStringList paths;
        bool asOverlay = false;
        Id id = -1; ///< Of the volume to read; -1 for a scan
        io::Found found;
        std::shared_ptr<const Cortex> onto; ///< Set: the paths' files are laid onto it
    };
    void next();
    void scanAndRead(const Request& request, const std::shared_ptr<io::Job>& job);
    /// About how many bytes they take.
    std::size_t readCortices(const io::Scan& scan, Id firstId, bool asOverlay, const std::shared_ptr<io::Job>& job);
    void layOnto(const std::shared_ptr<const Cortex>& cortex, const QStringList& files,
                 const std::shared_ptr<io::Job>& job);
    void readOne(Id id, const io::Found& found, const std::shared_ptr<io::Job>& job);
    template <class Signal> void post(const std::shared_ptr<io::Job>& job, Signal signal);

    QThreadPool pool;
    std::deque<Request> waiting;
    std::shared_ptr<io::Job> running;
    std::atomic_int ids = 0;
};

} // namespace neuraxis
