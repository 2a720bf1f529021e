#pragma once

#include "core/io/scan.h"
#include "core/model/review_state.h"

#include <QString>
#include <optional>
#include <vector>

namespace neuraxis {

/// The cortices that were opened, of whom one belongs to the images shown: that of their visit, or, where no study knows
/// visits, that which was opened with them. How one looks goes on to the next.
class HeldCortices {
  public:
    void clear();
    /// `request` says with what it was opened: the first id of the scan that found it.
    void add(std::shared_ptr<const Cortex> cortex, int request, const QString& visit);
    /// One with more on it takes the place of what it was made from.
    void replace(const std::shared_ptr<const Cortex>& before, const std::shared_ptr<const Cortex>& after);
    /// The one that belongs to images of that request and visit; null when there is none.
    [[nodiscard]] std::shared_ptr<const Cortex> belongingTo(int request, const QString& visit) const;
    /// Shows that one, or none; `map`, where one is named, on it. What the shown one looked like, and in which layout, is
    /// kept for it and those that come after.
    void show(ReviewState& state, const std::shared_ptr<const Cortex>& cortex, const QString& map = {});

  private:
    struct Held {
        std::shared_ptr<const Cortex> cortex;
        int request;
        QString visit;
    };
    std::vector<Held> held;
    std::optional<CortexLayer> left; ///< How the last one shown was left
    QString layout;                  ///< Of surfaces, that went with the last one; "" for another
};

} // namespace neuraxis
