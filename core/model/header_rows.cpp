#include "core/model/header_rows.h"

#include <QHash>
#include <QStringList>
#include <QStringMatcher>
#include <algorithm>

namespace neuraxis {

namespace {

using Nodes = std::vector<HeaderNode>;

class Layer {
  public:
    Layer(std::vector<HeaderRow>& rows, bool compares) : rows(rows), compares(compares) {}

    /// Appends the fields of both sides with all below them; tells whether any differs.
    bool lay(const Nodes& left, const Nodes& right, int parent, quint64 path) {
        bool differs = false;
        QHash<quint64, int> occurrences;
        for (const Pair& pair : match(left, right)) {
            const int number = static_cast<int>(rows.size());
            HeaderRow row{pair.left, pair.right, parent, false, 0};
            const quint64 key = row.either().key;
            row.path = qHashMulti(0, path, key, occurrences[key]++);
            rows.push_back(row);
            static const Nodes none;
            bool here =
                lay(pair.left ? pair.left->children : none, pair.right ? pair.right->children : none, number, row.path);
            if (compares)
                here = here || !pair.left || !pair.right || pair.left->value != pair.right->value ||
                       pair.left->digest != pair.right->digest;
            rows[static_cast<std::size_t>(number)].differs = here;
            differs = differs || here;
        }
        return differs;
    }

  private:
    struct Pair {
        const HeaderNode *left, *right;
        [[nodiscard]] quint32 tag() const { return left ? left->tag : right->tag; }
    };

    static std::vector<Pair> match(const Nodes& left, const Nodes& right) {
        std::vector<std::pair<quint64, std::size_t>> byKey; // the right side's, each used once
        for (std::size_t i = 0; i < right.size(); ++i) byKey.emplace_back(right[i].key, i);
        std::sort(byKey.begin(), byKey.end());
        std::vector<bool> used(right.size());
        std::vector<Pair> pairs;
        pairs.reserve(std::max(left.size(), right.size()));
        for (const HeaderNode& node : left) {
            const HeaderNode* other = nullptr;
            auto same = std::lower_bound(byKey.begin(), byKey.end(), std::pair(node.key, std::size_t(0)));
            for (; !other && same != byKey.end() && same->first == node.key; ++same)
                if (!used[same->second]) {
                    used[same->second] = true;
                    other = &right[same->second];
                }
            pairs.push_back({&node, other});
        }
        for (std::size_t i = 0; i < right.size(); ++i)
            if (!used[i]) pairs.push_back({nullptr, &right[i]});
        std::stable_sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.tag() < b.tag(); });
        return pairs;
    }

    std::vector<HeaderRow>& rows;
    bool compares;
};

/// Whether a field is what is searched for.
class Search {
  public:
    explicit Search(const HeaderFilter& filter) : identifying(filter.identifying) {
        QString digits = filter.search.toLower();
        digits.removeIf([](QChar c) { return QStringLiteral("(), ").contains(c); });
        bool isHex = false;
        const quint32 number = digits.toUInt(&isHex, 16);
        // A group, an element, or a group with the first digits of an element
        if (isHex && digits.size() >= 4 && digits.size() <= 8 && !digits.startsWith(QStringLiteral("0x"))) {
            tagDigits = static_cast<int>(digits.size());
            tagPart = number;
        }
        for (const QString& word : filter.search.split(u' ', Qt::SkipEmptyParts))
            words.emplace_back(word, Qt::CaseInsensitive);
    }
    [[nodiscard]] bool isEmpty() const { return words.empty(); }
    [[nodiscard]] bool matches(const HeaderRow& row) const {
        const HeaderNode& node = row.either();
        if (isTag(row.left) || isTag(row.right)) return true;
        const QString keyword = words.size() == 1 ? QString(node.name).remove(u' ') : QString(); // "EchoTime"
        return std::all_of(words.begin(), words.end(), [&](const QStringMatcher& word) {
            return isIn(word, node.name) || isIn(word, node.creator) || isIn(word, keyword) ||
                   isInValue(word, row.left) || isInValue(word, row.right);
        });
    }

  private:
    [[nodiscard]] bool isTag(const HeaderNode* node) const {
        if (!node || tagDigits == 0 || node->tag == 0 || node->tag >> 16 == 0xfffe) return false;
        const int rest = 4 * (8 - tagDigits);
        return node->tag >> rest == tagPart || (tagDigits == 4 && (node->tag & 0xffff) == tagPart);
    }
    static bool isIn(const QStringMatcher& word, const QString& text) { return word.indexIn(text) >= 0; }
    [[nodiscard]] bool isInValue(const QStringMatcher& word, const HeaderNode* node) const {
        return node && (identifying || !node->identifying) && isIn(word, node->value);
    }

    bool identifying;
    int tagDigits = 0;
    quint32 tagPart = 0;
    std::vector<QStringMatcher> words;
};

} // namespace

std::shared_ptr<const HeaderRows> lay(std::shared_ptr<const HeaderTree> left, std::shared_ptr<const HeaderTree> right) {
    auto rows = std::make_shared<HeaderRows>();
    rows->left = std::move(left);
    rows->right = std::move(right);
    const Nodes none;
    Layer(rows->rows, rows->compares())
        .lay(rows->left ? rows->left->nodes : none, rows->right ? rows->right->nodes : none, -1, 0);
    return rows;
}

HeaderShown::HeaderShown(std::shared_ptr<const HeaderRows> all, HeaderFilter wanted)
    : rows(std::move(all)), filter(std::move(wanted)) {
    const std::vector<HeaderRow>& list = rows->rows;
    const Search search(filter);
    enum : quint8 { Shown = 1, Below = 2 }; // Below a row that was found
    std::vector<quint8> marks(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
        const HeaderRow& row = list[i];
        const bool below = row.parent >= 0 && marks[std::size_t(row.parent)] & Below;
        const bool isItem = row.either().tag == 0xfffee000;
        const bool matches = search.isEmpty() || (!isItem && search.matches(row));
        // Of values that are hidden it helps nobody that they differ.
        const bool isHidden = !filter.identifying && row.left && row.right && row.either().identifying;
        const bool passes = !filter.onlyDifferences || (row.differs && !isHidden);
        if (matches && !search.isEmpty()) marks[i] |= Below;
        if (below) marks[i] |= Below;
        if ((matches || below) && passes) marks[i] |= Shown;
        // Of sequences that differ only what differs in them is counted.
        const bool isAround = filter.onlyDifferences && row.left && row.right && !row.left->children.empty();
        if (matches && passes && !isItem && !isAround) ++found;
    }
    for (std::size_t i = list.size(); i-- > 0;)
        if (marks[i] & Shown && list[i].parent >= 0) marks[std::size_t(list[i].parent)] |= Shown;

    starts.assign(list.size() + 2, 0);
    places.assign(list.size(), 0);
    for (std::size_t i = 0; i < list.size(); ++i)
        if (marks[i] & Shown) places[i] = starts[at(list[i].parent) + 1]++;
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    children.resize(static_cast<std::size_t>(starts.back()));
    for (std::size_t i = 0; i < list.size(); ++i)
        if (marks[i] & Shown) children[std::size_t(starts[at(list[i].parent)] + places[i])] = static_cast<int>(i);
}

} // namespace neuraxis
