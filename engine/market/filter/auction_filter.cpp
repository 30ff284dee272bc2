// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/market/filter/auction_filter.h"

#include "engine/market/filter/filter_parser.h"

namespace gavel::market {

namespace {

using Kind = FilterNode::Kind;

bool namesSubject(const FilterNode& node)
{
    return node.kind == Kind::Test && node.test.compare == Compare::Equal
        && (node.test.kind == TestKind::Campaign || node.test.kind == TestKind::Seat);
}

/// Writes a tree as a program, last test first, so that every jump is known when it is written.
class ProgramWriter
{
public:
    explicit ProgramWriter(const FilterTree& tree)
        : m_tree(tree)
    {
    }

    FilterProgram write()
    {
        m_program.startAt(
            enter(m_tree.root, nullptr, FilterProgram::kAccept, FilterProgram::kReject));
        return std::move(m_program);
    }

private:
    /// Returns where a run of the program enters the node.
    std::int32_t enter(std::size_t place, const RowTest* subject, std::int32_t onTrue,
                       std::int32_t onFalse)
    {
        const FilterNode& node = m_tree.nodes[place];
        switch (node.kind) {
        case Kind::Test:
            return m_program.add(node.test, subjectOf(node, subject), onTrue, onFalse);
        case Kind::Not:
            return enter(node.children.front(), subject, onFalse, onTrue);
        case Kind::Or:
            for (auto child = node.children.rbegin(); child != node.children.rend(); ++child)
                onFalse = enter(*child, subject, onTrue, onFalse);
            return onFalse;
        case Kind::And:
            for (std::size_t i = node.children.size(); i-- > 0;)
                onTrue = enter(node.children[i], subjectAt(node, i, subject), onTrue, onFalse);
            return onTrue;
        }
        return onFalse;
    }

    /// A test that names a campaign or seat, and one that looks at no bid, speaks of no other.
    static const RowTest* subjectOf(const FilterNode& node, const RowTest* subject)
    {
        switch (node.test.kind) {
        case TestKind::Bid:
        case TestKind::Fate:
        case TestKind::Won:
        case TestKind::Lost:
        case TestKind::Late:
            return subject;
        default:
            return nullptr;
        }
    }

    const RowTest* subjectAt(const FilterNode& group, std::size_t at, const RowTest* outer) const
    {
        for (std::size_t i = at; i-- > 0;)
            if (namesSubject(m_tree.nodes[group.children[i]]))
                return &m_tree.nodes[group.children[i]].test;
        for (std::size_t i = at + 1; i < group.children.size(); ++i)
            if (namesSubject(m_tree.nodes[group.children[i]]))
                return &m_tree.nodes[group.children[i]].test;
        return outer;
    }

    const FilterTree& m_tree;
    FilterProgram m_program;
};

/// The places of the parts that are joined by "and" at the top.
std::vector<std::size_t> topParts(const FilterTree& tree)
{
    const FilterNode& root = tree.nodes[tree.root];
    return root.kind == Kind::And ? root.children : std::vector<std::size_t>{tree.root};
}

bool isBlank(std::string_view text)
{
    return tokenize(text).size() == 1;
}

} // namespace

Result<AuctionFilter> AuctionFilter::parse(std::string_view text,
                                           const model::Vocabulary& vocabulary)
{
    AuctionFilter filter;
    if (isBlank(text.substr(0, kFilterBytes + 1)))
        return filter;
    const auto tree = FilterParser(text, vocabulary).parse();
    if (!tree)
        return tree.error();
    filter.m_program = ProgramWriter(*tree).write();
    for (const auto place : topParts(*tree)) {
        const FilterNode& part = tree->nodes[place];
        filter.m_parts.emplace_back(text.substr(part.first, part.last - part.first));
        if (filter.m_campaign == base::kNone && namesSubject(part)
            && part.test.kind == TestKind::Campaign && part.test.values.size() == 1)
            filter.m_campaign = static_cast<Handle>(part.test.values.front());
    }
    return filter;
}

} // namespace gavel::market
