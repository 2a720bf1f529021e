#pragma once

#include "core/io/scan.h"
#include "core/model/review_state.h"

#include <QString>
#include <optional>
#include <vector>

namespace neuraxis {

/// The cortices that were opened, of whom one belongs to the images shown: that of their own subject folder; of others
/// that of their visit, or, where no study knows visits, that which was opened with them. How one looks goes on to the
/// next.
class HeldCortices {
  public:
    void clear();
    /// `request` says with what it was opened: the first id of the scan that found it.
    void add(std::shared_ptr<const Cortex> cortex, const QStringList& files, int request, const QString& visit);
    /// One with more on it takes the place of what it was made from.
    void replace(const std::shared_ptr<const Cortex>& before, const std::shared_ptr<const Cortex>& after);
    /// The one that belongs to an image of that file, request and visit; null when there is none. Never a subject
    /// folder's to an image of another one's.
    [[nodiscard]] std::shared_ptr<const Cortex> belongingTo(const QString& image, int request,
                                                            const QString& visit) const;
    /// The one of a visit, one of a longitudinal run before others; null when there is none.
    [[nodiscard]] std::shared_ptr<const Cortex> ofVisit(const QString& visit) const;
    /// Shows that one, or none; `map`, where one is named, on it, as `look` says or as usual. What the shown one looked like, and in which layout, is
    /// kept for it and those that come after.
    void show(ReviewState& state, const std::shared_ptr<const Cortex>& cortex, const QString& map = {},
              const std::optional<Display>& look = {});

  private:
    struct Held {
        std::shared_ptr<const Cortex> cortex;
        QString subject; ///< The subject folder; "" for files that lie in none
        int request;
        QString visit;
    };
    std::vector<Held> held;
    std::optional<CortexLayer> left; ///< How the last one shown was left
    QString layout;                  ///< Of surfaces, that went with the last one; "" for another
};

} // namespace neuraxis
