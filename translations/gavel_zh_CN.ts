<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AlertRules</name>
    <message>
        <source>Click rate above 10 %</source>
        <translation>点击率高于 10%</translation>
    </message>
    <message>
        <source>More than 10 clicks in one session</source>
        <translation>同一会话点击超过 10 次</translation>
    </message>
    <message>
        <source>Error budget burns 14.4 times too fast</source>
        <translation>错误预算消耗过快 14.4 倍</translation>
    </message>
    <message>
        <source>Error budget burns 6 times too fast</source>
        <translation>错误预算消耗过快 6 倍</translation>
    </message>
    <message>
        <source>Error budget will not last</source>
        <translation>错误预算将提前耗尽</translation>
    </message>
    <message>
        <source>Events are stored late</source>
        <translation>事件入库延迟</translation>
    </message>
    <message>
        <source>Events are missing</source>
        <translation>事件缺失</translation>
    </message>
    <message>
        <source>Spends faster than planned</source>
        <translation>花费快于计划</translation>
    </message>
    <message>
        <source>Spends slower than planned</source>
        <translation>花费慢于计划</translation>
    </message>
    <message>
        <source>Seat answers late</source>
        <translation>席位应答超时</translation>
    </message>
    <message>
        <source>Too many events are refused</source>
        <translation>死信事件过多</translation>
    </message>
    <message>
        <source>A subscriber was not told</source>
        <translation>有订阅者未收到通知</translation>
    </message>
    <message>
        <source>Write-ahead log above 256 MiB</source>
        <translation>预写日志超过 256 MiB</translation>
    </message>
    <message>
        <source>Less than 2 GiB of disk left</source>
        <translation>磁盘剩余不足 2 GiB</translation>
    </message>
    <message>
        <source>What must always hold does not</source>
        <translation>不变量不成立</translation>
    </message>
    <message>
        <source>Source cannot be read</source>
        <translation>来源无法读取</translation>
    </message>
    <message>
        <source>More than 80 % of the memory is used</source>
        <translation>内存使用超过 80%</translation>
    </message>
</context>
<context>
    <name>AlertWords</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 times</source>
        <comment>how much faster than planned</comment>
        <translation>%1 倍</translation>
    </message>
    <message>
        <source>for %1</source>
        <comment>an alert, so long</comment>
        <translation>已持续 %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>an alert</comment>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>PENDING</source>
        <comment>state of an alert</comment>
        <translation>待定</translation>
    </message>
    <message>
        <source>%1; held %2 of %3</source>
        <comment>value; how long, of how long</comment>
        <translation>%1；已持续 %2，共需 %3</translation>
    </message>
    <message>
        <source>Silenced</source>
        <comment>state of an alert</comment>
        <translation>已静默</translation>
    </message>
    <message>
        <source>Explained</source>
        <comment>an alert that another one explains</comment>
        <translation>已有原因</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <comment>state of an alert</comment>
        <translation>已确认</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>person, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>FIRING</source>
        <comment>state of an alert</comment>
        <translation>告警中</translation>
    </message>
    <message>
        <source>Silence</source>
        <comment>a rule that mutes alerts</comment>
        <translation>静默</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>of a silence</comment>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Resolved</source>
        <comment>state of an alert</comment>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>%1, limit %2</source>
        <comment>value of an alert</comment>
        <translation>%1，上限 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <translation>
            <numerusform>%n 个告警中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n 个待定</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n muted</source>
        <translation>
            <numerusform>%n 个已静默</numerusform>
        </translation>
    </message>
    <message>
        <source>none firing</source>
        <translation>无告警</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1, at least %2</source>
        <comment>value of an alert</comment>
        <translation>%1，下限 %2</translation>
    </message>
</context>
<context>
    <name>Auction</name>
    <message>
        <source>won</source>
        <translation>竞得</translation>
    </message>
    <message>
        <source>outbid</source>
        <translation>被超价</translation>
    </message>
    <message>
        <source>below floor</source>
        <translation>低于底价</translation>
    </message>
    <message>
        <source>too late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>no bid</source>
        <translation>未出价</translation>
    </message>
    <message>
        <source>wrong size</source>
        <translation>尺寸不符</translation>
    </message>
    <message>
        <source>wrong currency</source>
        <translation>币种不符</translation>
    </message>
    <message>
        <source>blocked category</source>
        <translation>类别被屏蔽</translation>
    </message>
    <message>
        <source>blocked advertiser</source>
        <translation>广告主被屏蔽</translation>
    </message>
    <message>
        <source>seat not allowed</source>
        <translation>席位不允许</translation>
    </message>
    <message>
        <source>unknown deal</source>
        <translation>未知 Deal</translation>
    </message>
    <message>
        <source>not positive</source>
        <translation>出价非正数</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>已切断</translation>
    </message>
    <message>
        <source>lost the tie</source>
        <translation>同价落败</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>未在投放</translation>
    </message>
    <message>
        <source>Outside its flight</source>
        <translation>不在投放期</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>定向不符</translation>
    </message>
    <message>
        <source>No fitting creative</source>
        <translation>无合适创意</translation>
    </message>
    <message>
        <source>Blocked by the publisher</source>
        <translation>被媒体屏蔽</translation>
    </message>
    <message>
        <source>Quota spent</source>
        <translation>配额已用完</translation>
    </message>
    <message>
        <source>Frequency cap</source>
        <translation>频控</translation>
    </message>
    <message>
        <source>Worth nothing here</source>
        <translation>在此无价值</translation>
    </message>
    <message>
        <source>Not chosen by its seat</source>
        <translation>未被席位选中</translation>
    </message>
    <message>
        <source>Seat late</source>
        <translation>席位超时</translation>
    </message>
    <message>
        <source>Seat cut off</source>
        <translation>席位已切断</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Device make</source>
        <translation>设备品牌</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>操作系统</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>广告位</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>兴趣</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圆形</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>System version</source>
        <translation>系统版本</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Ad request</source>
        <translation>广告请求</translation>
    </message>
    <message>
        <source>Bid requests</source>
        <translation>竞价请求</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>渲染</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>回传</translation>
    </message>
    <message>
        <source>First price</source>
        <translation>一价</translation>
    </message>
    <message>
        <source>Second price</source>
        <translation>二价</translation>
    </message>
    <message>
        <source>Soft floor</source>
        <translation>软底价</translation>
    </message>
    <message>
        <source>Auction</source>
        <translation>竞拍</translation>
    </message>
</context>
<context>
    <name>AuctionFacts</name>
    <message>
        <source>converted</source>
        <translation>已转化</translation>
    </message>
    <message>
        <source>clicked</source>
        <translation>已点击</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已展示</translation>
    </message>
</context>
<context>
    <name>AuctionFactsWords</name>
    <message>
        <source>Auction %1</source>
        <translation>竞拍 %1</translation>
    </message>
    <message>
        <source>prices per thousand, %1</source>
        <translation>千次价格，%1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>广告位</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Seats in time</source>
        <translation>按时席位</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Won by</source>
        <translation>竞得方</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Time taken</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Full story</source>
        <translation>完整记录</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>已保留</translation>
    </message>
    <message>
        <source>not kept</source>
        <translation>未保留</translation>
    </message>
    <message>
        <source>Bid of %1</source>
        <translation>%1 的出价</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>price, what became of it</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>AuctionList</name>
    <message>
        <source>Outbid by %1</source>
        <translation>被 %1 超过</translation>
    </message>
    <message>
        <source>Below floor %1</source>
        <translation>低于底价 %1</translation>
    </message>
    <message>
        <source>Seat late</source>
        <translation>席位超时</translation>
    </message>
    <message>
        <source>Did not bid</source>
        <translation>未出价</translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <comment>step of an auction, duration</comment>
        <translation>%1：%2 ms</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Auction</source>
        <translation>竞拍</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>广告位</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>%1 bid</source>
        <comment>column: id of a campaign</comment>
        <translation>%1 出价</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Won by</source>
        <translation>竞得方</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Why %1 lost</source>
        <comment>column: id of a campaign</comment>
        <translation>%1 落败原因</translation>
    </message>
    <message>
        <source>Timing to %1 ms</source>
        <translation>耗时至 %1 ms</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>column: milliseconds</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>A square marks auctions whose full story was kept.</source>
        <translation>方块表示已保留完整记录的竞拍。</translation>
    </message>
    <message>
        <source>Seats that answered in time, of those asked.</source>
        <translation>按时应答的席位数 / 被询价的席位数。</translation>
    </message>
    <message>
        <source>Bids received in time.</source>
        <translation>按时收到的出价数。</translation>
    </message>
    <message>
        <source>Per thousand impressions.</source>
        <translation>每千次展示。</translation>
    </message>
    <message>
        <source>The seven steps from visit to feedback; the dashed line is the limit.</source>
        <translation>从访问到回传的七个步骤；虚线为时限。</translation>
    </message>
    <message>
        <source>From visit to feedback.</source>
        <translation>从访问到回传。</translation>
    </message>
    <message>
        <source>%1 offered %2 and pays %3; %4 offered %5.</source>
        <translation>%1 出价 %2，实付 %3；%4 出价 %5。</translation>
    </message>
    <message>
        <source>The campaign was not its seat&apos;s bid; open the auction to see why.</source>
        <translation>席位没有用该活动出价；打开竞拍查看原因。</translation>
    </message>
    <message>
        <source>The full story was kept.</source>
        <translation>已保留完整记录。</translation>
    </message>
    <message>
        <source>The full story was not kept: only the steps are known.</source>
        <translation>未保留完整记录，只知道各步骤。</translation>
    </message>
</context>
<context>
    <name>BidFormula</name>
    <message>
        <source>max(%1 × (1 + 0.1 × %2) × device %3, floor %4 × 1.1)</source>
        <translation>max(%1 × (1 + 0.1 × %2) × 设备 %3, 底价 %4 × 1.1)</translation>
    </message>
    <message>
        <source>CPM %1</source>
        <translation>CPM %1</translation>
    </message>
    <message>
        <source>drawn evenly below CPM %1</source>
        <translation>在 CPM %1 以下均匀随机</translation>
    </message>
    <message>
        <source>pCTR %1 × CPC %2 × 1000</source>
        <translation>pCTR %1 × CPC %2 × 1000</translation>
    </message>
    <message>
        <source>base %1 × pCTR %2 ÷ mean %3</source>
        <translation>基准 %1 × pCTR %2 ÷ 均值 %3</translation>
    </message>
    <message>
        <source>√(c ÷ λ × pCTR %1 + c²) − c with c %2, λ %3</source>
        <translation>√(c ÷ λ × pCTR %1 + c²) − c，c 为 %2，λ 为 %3</translation>
    </message>
    <message>
        <source>pCTR %1 × pCVR %2 × CPA %3 × 1000</source>
        <translation>pCTR %1 × pCVR %2 × CPA %3 × 1000</translation>
    </message>
    <message>
        <source>pCTR %1 × pCVR %2 × conversion value %3 ÷ ROAS %4 × 1000</source>
        <translation>pCTR %1 × pCVR %2 × 转化价值 %3 ÷ ROAS %4 × 1000</translation>
    </message>
    <message>
        <source>the winner&apos;s own bid %1</source>
        <translation>竞得方自身出价 %1</translation>
    </message>
    <message>
        <source>below the soft floor %1: the winner&apos;s own bid %2</source>
        <translation>低于软底价 %1：竞得方自身出价 %2</translation>
    </message>
    <message>
        <source>max(%1, %2 + %3)</source>
        <translation>max(%1, %2 + %3)</translation>
    </message>
    <message>
        <source>alone: the floor %1</source>
        <translation>仅一家：底价 %1</translation>
    </message>
    <message>
        <source>alone: the own bid %1</source>
        <translation>仅一家：自身出价 %1</translation>
    </message>
    <message>
        <source>%1 × pacing %2</source>
        <comment>terms of a bid</comment>
        <translation>%1 × 控速 %2</translation>
    </message>
    <message>
        <source>%1, shaded to %2</source>
        <comment>terms of a bid</comment>
        <translation>%1，折价至 %2</translation>
    </message>
    <message>
        <source>%1, at most %2</source>
        <comment>terms of a bid</comment>
        <translation>%1，上限 %2</translation>
    </message>
    <message>
        <source>The price grows by a tenth for every interest and segment that fits.</source>
        <translation>每匹配一个兴趣或人群，价格上调十分之一。</translation>
    </message>
    <message>
        <source>It is at least the floor times 1.1.</source>
        <translation>至少为底价的 1.1 倍。</translation>
    </message>
    <message>
        <source>base: the price of an impression with the mean click rate</source>
        <translation>基准：平均点击率下一次展示的价格</translation>
    </message>
    <message>
        <source>mean: the click rate at which the base price is right</source>
        <translation>均值：与基准价对应的点击率</translation>
    </message>
    <message>
        <source>c: the constant of the win curve</source>
        <translation>c：胜率曲线常数</translation>
    </message>
    <message>
        <source>λ: what a unit of budget is worth in clicks</source>
        <translation>λ：单位预算折合的点击价值</translation>
    </message>
    <message>
        <source>CPC: what a click may cost</source>
        <translation>CPC：每次点击的可接受成本</translation>
    </message>
    <message>
        <source>CPA: what a conversion may cost</source>
        <translation>CPA：每次转化的可接受成本</translation>
    </message>
    <message>
        <source>ROAS: wanted revenue for each unit of cost</source>
        <translation>ROAS：单位成本期望带来的收入</translation>
    </message>
    <message>
        <source>The same price for every impression.</source>
        <translation>所有展示同价。</translation>
    </message>
    <message>
        <source>pCTR: how likely a click is</source>
        <translation>pCTR：预估点击率</translation>
    </message>
    <message>
        <source>pCVR: how likely a conversion after a click is</source>
        <translation>pCVR：预估点击后转化率</translation>
    </message>
    <message>
        <source>pacing: lowers bids so that the budget lasts</source>
        <translation>控速：压低出价，让预算够用</translation>
    </message>
    <message>
        <source>pacing: raises bids so that the budget gets spent</source>
        <translation>控速：抬高出价，让预算花完</translation>
    </message>
    <message>
        <source>%1, rounded to multiples of %2</source>
        <comment>price formula, step</comment>
        <translation>%1，取整到 %2 的倍数</translation>
    </message>
    <message>
        <source>CPM</source>
        <translation>CPM</translation>
    </message>
    <message>
        <source>target CPC</source>
        <translation>目标 CPC</translation>
    </message>
    <message>
        <source>target CPA</source>
        <translation>目标 CPA</translation>
    </message>
</context>
<context>
    <name>Bookmarks</name>
    <message>
        <source>Seat late</source>
        <translation>席位超时</translation>
    </message>
    <message>
        <source>Below floor</source>
        <translation>低于底价</translation>
    </message>
    <message>
        <source>Nobody won</source>
        <translation>无人竞得</translation>
    </message>
</context>
<context>
    <name>CampaignCells</name>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Checked: keeps the rules.</source>
        <translation>已检查：符合规则。</translation>
    </message>
    <message>
        <source>%1 spent today, %2 since the start.</source>
        <translation>今日消耗 %1，累计 %2。</translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation>线上：%1</translation>
    </message>
</context>
<context>
    <name>CampaignFacts</name>
    <message>
        <source>%1, amounts in %2</source>
        <comment>campaign id, currency</comment>
        <translation>%1，金额单位 %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>广告主</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Flight ends</source>
        <translation>投放截止</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>今日消耗</translation>
    </message>
    <message>
        <source>Plan by now</source>
        <translation>当前计划</translation>
    </message>
    <message>
        <source>To plan</source>
        <translation>较计划</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>总预算</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>累计消耗</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>竞得</translation>
    </message>
    <message>
        <source>Wins of its bids</source>
        <translation>竞得率</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>CTR</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>控速</translation>
    </message>
    <message>
        <source>Held as quota</source>
        <translation>配额预占</translation>
    </message>
    <message>
        <source>Lost to pacing</source>
        <translation>控速损失</translation>
    </message>
</context>
<context>
    <name>CampaignFields</name>
    <message>
        <source>“%1” is not an amount. Write a number such as 12.50.</source>
        <translation>“%1”不是金额。请填写数字，如 12.50。</translation>
    </message>
    <message>
        <source>“%1” is not a state.</source>
        <translation>“%1”不是有效状态。</translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it as 2026-04-05, or nothing for an open end.</source>
        <translation>“%1”不是日期。请按 2026-04-05 的格式填写；留空表示不限截止。</translation>
    </message>
</context>
<context>
    <name>CampaignWords</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合约</translation>
    </message>
    <message>
        <source>Fixed CPM</source>
        <translation>固定 CPM</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Target CPC</source>
        <translation>目标 CPC</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>ORTB</source>
        <translation>ORTB</translation>
    </message>
    <message>
        <source>Target CPA</source>
        <translation>目标 CPA</translation>
    </message>
    <message>
        <source>Target ROAS</source>
        <translation>目标 ROAS</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Price per thousand</source>
        <translation>千次价格</translation>
    </message>
    <message>
        <source>Highest price per thousand</source>
        <translation>千次最高价</translation>
    </message>
    <message>
        <source>Target per click</source>
        <translation>单次点击目标</translation>
    </message>
    <message>
        <source>Base price per thousand</source>
        <translation>千次基准价</translation>
    </message>
    <message>
        <source>Target per conversion</source>
        <translation>单次转化目标</translation>
    </message>
    <message>
        <source>Wanted revenue per cost</source>
        <translation>期望收入成本比</translation>
    </message>
    <message>
        <source>Banner</source>
        <translation>横幅</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Native</source>
        <translation>原生</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>天</translation>
    </message>
    <message>
        <source>Lifetime</source>
        <translation>投放期</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Device make</source>
        <translation>设备品牌</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>操作系统</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>浏览器</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>广告位</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Interest</source>
        <translation>兴趣</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>关键词</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>Hour of week</source>
        <translation>每周时段</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>System version</source>
        <translation>系统版本</translation>
    </message>
    <message>
        <source>any of</source>
        <translation>任一</translation>
    </message>
    <message>
        <source>all of</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>none of</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>As fast as possible</source>
        <translation>尽快投放</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>匀速</translation>
    </message>
    <message>
        <source>By traffic</source>
        <translation>按流量</translation>
    </message>
    <message>
        <source>PID</source>
        <translation>PID</translation>
    </message>
    <message>
        <source>Adaptive dual</source>
        <translation>自适应对偶</translation>
    </message>
    <message>
        <source>Model-predictive</source>
        <translation>模型预测</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>Guaranteed</source>
        <translation>保量</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>A fixed amount a day</source>
        <translation>每天固定金额</translation>
    </message>
    <message>
        <source>Mixed</source>
        <translation>混合</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Find an action, a campaign, an auction or a setting.</source>
        <translation>查找操作、广告活动、竞拍或设置。</translation>
    </message>
    <message>
        <source>Go to Overview</source>
        <translation>前往总览</translation>
    </message>
    <message>
        <source>Is the desk healthy, and what needs you.</source>
        <translation>运行是否正常，有什么要您处理。</translation>
    </message>
    <message>
        <source>Go to Market</source>
        <translation>前往市场</translation>
    </message>
    <message>
        <source>What happened in one auction, and why.</source>
        <translation>一次竞拍里发生了什么，为什么。</translation>
    </message>
    <message>
        <source>Go to Campaigns</source>
        <translation>前往广告活动</translation>
    </message>
    <message>
        <source>Change many campaigns safely.</source>
        <translation>安全地批量修改广告活动。</translation>
    </message>
    <message>
        <source>Go to Training</source>
        <translation>前往演练</translation>
    </message>
    <message>
        <source>Run a market, change it, learn.</source>
        <translation>运行一个市场，调整它，从中学习。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>The thing that was open before.</source>
        <translation>回到之前打开的内容。</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>The thing that was open after it.</source>
        <translation>回到之后打开的内容。</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>下一面板</translation>
    </message>
    <message>
        <source>Move the focus to the next panel.</source>
        <translation>焦点移到下一个面板。</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>上一面板</translation>
    </message>
    <message>
        <source>Move the focus to the panel before.</source>
        <translation>焦点移到上一个面板。</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>检查器</translation>
    </message>
    <message>
        <source>Show or hide the log and journal of the market.</source>
        <translation>显示或隐藏市场的事件日志和操作记录。</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>Switch between the dark and the light theme.</source>
        <translation>在深色与浅色主题之间切换。</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Switch all tables between compact and comfortable rows.</source>
        <translation>所有表格在紧凑与宽松行高之间切换。</translation>
    </message>
    <message>
        <source>Kiosk</source>
        <translation>展板</translation>
    </message>
    <message>
        <source>Show the page alone on the whole screen.</source>
        <translation>整个屏幕只显示当前页面。</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>重置布局</translation>
    </message>
    <message>
        <source>Panels and columns as they were at first.</source>
        <translation>面板和列恢复初始状态。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Theme, language, row height and layout.</source>
        <translation>主题、语言、行高和布局。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>All keys of this window and page.</source>
        <translation>本窗口和页面的全部快捷键。</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Close the window and stop the market.</source>
        <translation>关闭窗口并停止市场。</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Put the cursor into the filter of the page.</source>
        <translation>光标移到页面的筛选框。</translation>
    </message>
    <message>
        <source>Pause or play</source>
        <translation>暂停或播放</translation>
    </message>
    <message>
        <source>Stop the market or let it run.</source>
        <translation>暂停市场或让它继续运行。</translation>
    </message>
    <message>
        <source>Follow the newest</source>
        <translation>跟随最新</translation>
    </message>
    <message>
        <source>Let new rows move the list.</source>
        <translation>列表随新行滚动。</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>回到实时</translation>
    </message>
    <message>
        <source>Show the present again.</source>
        <translation>重新显示当前数据。</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>前往…</translation>
    </message>
    <message>
        <source>A time, an id or a number.</source>
        <translation>时间、ID 或编号。</translation>
    </message>
    <message>
        <source>Next thing that needs you</source>
        <translation>下一个待处理事项</translation>
    </message>
    <message>
        <source>Select the next warning or error.</source>
        <translation>选中下一条警告或错误。</translation>
    </message>
    <message>
        <source>Previous thing that needs you</source>
        <translation>上一个待处理事项</translation>
    </message>
    <message>
        <source>Select the warning or error before.</source>
        <translation>选中上一条警告或错误。</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Open the reason of the selected thing.</source>
        <translation>打开选中项的原因。</translation>
    </message>
    <message>
        <source>Trace to the source</source>
        <translation>追溯来源</translation>
    </message>
    <message>
        <source>Open where the selected number comes from.</source>
        <translation>打开选中数字的来源。</translation>
    </message>
    <message>
        <source>Chart as table</source>
        <translation>图表转表格</translation>
    </message>
    <message>
        <source>Show the values of the chart as rows.</source>
        <translation>把图表数值按行显示。</translation>
    </message>
    <message>
        <source>One step earlier</source>
        <translation>前移一步</translation>
    </message>
    <message>
        <source>Move the time range to the left.</source>
        <translation>时间范围左移。</translation>
    </message>
    <message>
        <source>One step later</source>
        <translation>后移一步</translation>
    </message>
    <message>
        <source>Move the time range to the right.</source>
        <translation>时间范围右移。</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Back to the whole time range.</source>
        <translation>恢复整个时间范围。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the last edit back.</source>
        <translation>撤销上一次编辑。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Do the edit again.</source>
        <translation>重新执行该编辑。</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>保存草稿</translation>
    </message>
    <message>
        <source>Keep the draft in the workspace.</source>
        <translation>把草稿存入工作区。</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建广告活动</translation>
    </message>
    <message>
        <source>Add a campaign to the draft.</source>
        <translation>在草稿中添加一个广告活动。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the selected row.</source>
        <translation>打开选中的行。</translation>
    </message>
    <message>
        <source>Edit cell</source>
        <translation>编辑单元格</translation>
    </message>
    <message>
        <source>Change the value in place.</source>
        <translation>就地修改数值。</translation>
    </message>
    <message>
        <source>Take the proposed value</source>
        <translation>采用建议值</translation>
    </message>
    <message>
        <source>Use the value the validation proposes.</source>
        <translation>使用校验建议的数值。</translation>
    </message>
    <message>
        <source>Check row</source>
        <translation>勾选行</translation>
    </message>
    <message>
        <source>Add the row to the checked ones.</source>
        <translation>把该行加入已勾选的行。</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Select every row of the list.</source>
        <translation>选中列表的所有行。</translation>
    </message>
    <message>
        <source>Copy cells</source>
        <translation>复制单元格</translation>
    </message>
    <message>
        <source>Copy the selected rows, tab separated.</source>
        <translation>复制选中的行，以制表符分隔。</translation>
    </message>
    <message>
        <source>Menu of the cell</source>
        <translation>单元格菜单</translation>
    </message>
    <message>
        <source>Use the value of the cell as a filter.</source>
        <translation>用单元格的值作为筛选条件。</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>退一步</translation>
    </message>
    <message>
        <source>Leave the editor, close what is open, clear the selection.</source>
        <translation>退出编辑、关闭打开的内容、清除选择。</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>推演</translation>
    </message>
    <message>
        <source>Change the selected auction and see the new outcome.</source>
        <translation>改动选中的竞拍，看新的结果。</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>原始 JSON</translation>
    </message>
    <message>
        <source>Show the trace of the auction as a document.</source>
        <translation>以文档形式显示竞拍的跟踪记录。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Show every auction again.</source>
        <translation>重新显示所有竞拍。</translation>
    </message>
    <message>
        <source>Review changes…</source>
        <translation>审阅更改…</translation>
    </message>
    <message>
        <source>Compare the draft with what is live, then publish.</source>
        <translation>对比草稿与线上，然后发布。</translation>
    </message>
    <message>
        <source>Discard draft…</source>
        <translation>放弃草稿…</translation>
    </message>
    <message>
        <source>Drop every change that is not published.</source>
        <translation>丢弃所有未发布的更改。</translation>
    </message>
    <message>
        <source>Remove campaign</source>
        <translation>移除广告活动</translation>
    </message>
    <message>
        <source>Take the selected campaigns out, in the draft.</source>
        <translation>在草稿中移除选中的广告活动。</translation>
    </message>
    <message>
        <source>Show all campaigns</source>
        <translation>显示所有广告活动</translation>
    </message>
    <message>
        <source>Clear the filter of the table.</source>
        <translation>清除表格的筛选。</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Run one auction of the paused market.</source>
        <translation>市场暂停时运行一次竞拍。</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>加速</translation>
    </message>
    <message>
        <source>The next higher speed.</source>
        <translation>提高一档速度。</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>减速</translation>
    </message>
    <message>
        <source>The next lower speed.</source>
        <translation>降低一档速度。</translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation>重新开始…</translation>
    </message>
    <message>
        <source>Load the scenario from its beginning.</source>
        <translation>从头加载场景。</translation>
    </message>
    <message>
        <source>Restore all controls</source>
        <translation>还原所有控制项</translation>
    </message>
    <message>
        <source>Give every control the scenario&apos;s value.</source>
        <translation>所有控制项恢复为场景的值。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>Tables and editors</source>
        <translation>表格与编辑器</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Duplicate campaign</source>
        <translation>复制广告活动</translation>
    </message>
    <message>
        <source>Add a copy of the selected campaign to the draft.</source>
        <translation>在草稿中添加选中广告活动的副本。</translation>
    </message>
    <message>
        <source>Edit together…</source>
        <translation>批量编辑…</translation>
    </message>
    <message>
        <source>Change bid or day budget of the checked campaigns at once.</source>
        <translation>一次修改已勾选广告活动的出价或日预算。</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>退回一步</translation>
    </message>
    <message>
        <source>Go to before the last auction by repeating the run.</source>
        <translation>重新运行，回到最近一次竞拍之前。</translation>
    </message>
    <message>
        <source>Open a scenario file…</source>
        <translation>打开场景文件…</translation>
    </message>
    <message>
        <source>Run a scenario from a file of your own.</source>
        <translation>用自己的文件运行场景。</translation>
    </message>
    <message>
        <source>Open beside</source>
        <translation>在旁边打开</translation>
    </message>
    <message>
        <source>Show the selected row in the inspector.</source>
        <translation>在检查器中显示选中的行。</translation>
    </message>
    <message>
        <source>Go to Schedule</source>
        <translation>前往调度</translation>
    </message>
    <message>
        <source>Did every campaign get its round and its quota.</source>
        <translation>每个广告活动是否都跑了轮次、拿到了配额。</translation>
    </message>
    <message>
        <source>Run a round now…</source>
        <translation>立即运行一轮…</translation>
    </message>
    <message>
        <source>Collect, settle and distribute at once; lists first what it does.</source>
        <translation>立即采集、结算、分发；先列出将执行的内容。</translation>
    </message>
    <message>
        <source>Retry the task…</source>
        <translation>重试任务…</translation>
    </message>
    <message>
        <source>Let the selected failed task go on where it stopped.</source>
        <translation>让选中的失败任务从中断处继续。</translation>
    </message>
    <message>
        <source>Cancel the task…</source>
        <translation>取消任务…</translation>
    </message>
    <message>
        <source>End the selected task and take back what it settled.</source>
        <translation>结束选中的任务，并撤回它的结算。</translation>
    </message>
    <message>
        <source>Newest round</source>
        <translation>最新轮次</translation>
    </message>
    <message>
        <source>Show the newest round again and follow it.</source>
        <translation>重新显示最新轮次并跟随。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>Go to Settlement</source>
        <translation>前往结算</translation>
    </message>
    <message>
        <source>Where the money is, and whether it adds up.</source>
        <translation>钱在哪里，账平不平。</translation>
    </message>
    <message>
        <source>Pay in…</source>
        <translation>充值…</translation>
    </message>
    <message>
        <source>Money that came to the selected wallet.</source>
        <translation>选中钱包收到的款项。</translation>
    </message>
    <message>
        <source>Wallet terms…</source>
        <translation>钱包条款…</translation>
    </message>
    <message>
        <source>Prepaid or credit, and when to warn.</source>
        <translation>预付或授信，以及何时预警。</translation>
    </message>
    <message>
        <source>Adjustment…</source>
        <translation>调账…</translation>
    </message>
    <message>
        <source>Give back the selected charge or movement, wholly or in part.</source>
        <translation>全部或部分退回选中的扣费或转账。</translation>
    </message>
    <message>
        <source>Refund the auction…</source>
        <translation>竞拍退款…</translation>
    </message>
    <message>
        <source>Give back the price of the auction on which the books differ.</source>
        <translation>退回账目有差异的竞拍的价款。</translation>
    </message>
    <message>
        <source>Invoice…</source>
        <translation>开发票…</translation>
    </message>
    <message>
        <source>Issue an invoice for the day that is shown.</source>
        <translation>为显示的这一天开具发票。</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>See the document as it is printed.</source>
        <translation>查看文档打印出来的样子。</translation>
    </message>
    <message>
        <source>Export money…</source>
        <translation>导出资金数据…</translation>
    </message>
    <message>
        <source>Ledger, books and documents as CSV, XLSX or PDF.</source>
        <translation>账本、账目和单据导出为 CSV、XLSX 或 PDF。</translation>
    </message>
    <message>
        <source>Newest day</source>
        <translation>最新日期</translation>
    </message>
    <message>
        <source>Show the newest day again and follow it.</source>
        <translation>重新显示最新的一天并跟随。</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Go to Pipeline</source>
        <translation>前往管道</translation>
    </message>
    <message>
        <source>Is every event stored once, and what is stuck.</source>
        <translation>每个事件是否都只存储一次，什么卡住了。</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>重投…</translation>
    </message>
    <message>
        <source>Redrive only this</source>
        <translation>只重投这一条</translation>
    </message>
    <message>
        <source>Judge the dead letter that is shown again, as it is repaired.</source>
        <translation>按修复后的样子重新判定所示的死信。</translation>
    </message>
    <message>
        <source>Make a rule…</source>
        <translation>建规则…</translation>
    </message>
    <message>
        <source>A rule that repairs the selected field of later events.</source>
        <translation>一条规则，修复以后事件的所选字段。</translation>
    </message>
    <message>
        <source>Raw line</source>
        <translation>原始行</translation>
    </message>
    <message>
        <source>Show the dead letter as it came.</source>
        <translation>按收到的样子显示死信。</translation>
    </message>
    <message>
        <source>Show all open dead letters</source>
        <translation>显示所有待处理死信</translation>
    </message>
    <message>
        <source>Clear the filter of the dead letters.</source>
        <translation>清除死信的筛选。</translation>
    </message>
    <message>
        <source>Edit the rules…</source>
        <translation>编辑规则…</translation>
    </message>
    <message>
        <source>Change what is checked and repaired, and try it first.</source>
        <translation>更改检查和修复的内容，先试再用。</translation>
    </message>
    <message>
        <source>Feed a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Collect events from a file, a folder or an address.</source>
        <translation>从文件、文件夹或地址采集事件。</translation>
    </message>
    <message>
        <source>Pause or resume the source</source>
        <translation>暂停或恢复来源</translation>
    </message>
    <message>
        <source>Stop or go on reading the selected file or address.</source>
        <translation>停止或继续读取所选的文件或地址。</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>重放…</translation>
    </message>
    <message>
        <source>Count every counter anew from the log and compare.</source>
        <translation>从日志重新计数所有计数器并比较。</translation>
    </message>
    <message>
        <source>Flow of the stages</source>
        <translation>阶段流程</translation>
    </message>
    <message>
        <source>Stages with rates and backlogs, and all panels below.</source>
        <translation>带速率和积压的各阶段，以及下方所有面板。</translation>
    </message>
    <message>
        <source>25 batch states</source>
        <translation>25 种批次状态</translation>
    </message>
    <message>
        <source>Every state of a batch, and the batches.</source>
        <translation>批次的所有状态以及各批次。</translation>
    </message>
    <message>
        <source>Rules in force</source>
        <translation>生效的规则</translation>
    </message>
    <message>
        <source>What each rule passed, repaired and refused.</source>
        <translation>每条规则通过、修复和拒绝了多少。</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Acknowledge the alert</source>
        <translation>确认告警</translation>
    </message>
    <message>
        <source>Say that you have seen the selected alert and look at it.</source>
        <translation>表示已看到所选告警并正在处理。</translation>
    </message>
    <message>
        <source>Silence the alert…</source>
        <translation>静默告警…</translation>
    </message>
    <message>
        <source>Tell nobody of alerts like the selected one for a time.</source>
        <translation>在一段时间内不再通知与所选告警类似的告警。</translation>
    </message>
    <message>
        <source>Rules of alerts…</source>
        <translation>告警规则…</translation>
    </message>
    <message>
        <source>Change what is watched, and what fires when.</source>
        <translation>修改监视内容及触发条件。</translation>
    </message>
    <message>
        <source>Who is told of alerts…</source>
        <translation>告警通知谁…</translation>
    </message>
    <message>
        <source>Send alerts to webhooks and files, by level and rule.</source>
        <translation>按级别和规则把告警发送到 Webhook 和文件。</translation>
    </message>
    <message>
        <source>Judge the checked dead letters again, or send the selected dead deliveries; lists first what it does.</source>
        <translation>重新判定勾选的死信，或重新发送所选的死投递；先列出将做什么。</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Give the checked dead letters or deliveries up, with a reason.</source>
        <translation>放弃勾选的死信或投递，须写原因。</translation>
    </message>
    <message>
        <source>Next dead letter or delivery</source>
        <translation>下一条死信或投递</translation>
    </message>
    <message>
        <source>Show the next dead letter or delivery of the list.</source>
        <translation>显示列表中的下一条死信或投递。</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>投递</translation>
    </message>
    <message>
        <source>Who is told of alerts, and what nobody took: redrive or discard it.</source>
        <translation>告警通知谁，以及无人接收的投递：重投或放弃。</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>One alert of no meaning to the selected subscriber.</source>
        <translation>向所选订阅者发送一条无意义的告警。</translation>
    </message>
    <message>
        <source>What people did about subscribers</source>
        <translation>对订阅者的操作记录</translation>
    </message>
    <message>
        <source>Who redrove, discarded, tested or changed what, and why.</source>
        <translation>谁重投、放弃、测试或修改了什么，以及原因。</translation>
    </message>
    <message>
        <source>Go to System</source>
        <translation>转到系统</translation>
    </message>
    <message>
        <source>What is wrong with which part, and is the store safe.</source>
        <translation>哪个部分有问题，存储是否安全。</translation>
    </message>
    <message>
        <source>Explore metrics</source>
        <translation>探索指标</translation>
    </message>
    <message>
        <source>Any measure by campaign, ad, publisher and so on, beside the time before.</source>
        <translation>按广告活动、广告、媒体等查看任一指标，并与之前对比。</translation>
    </message>
    <message>
        <source>Copy the explorer as CSV</source>
        <translation>将探索结果复制为 CSV</translation>
    </message>
    <message>
        <source>Its rows with every step, amounts exact.</source>
        <translation>包含每一步的各行，金额精确。</translation>
    </message>
    <message>
        <source>Remove the source</source>
        <translation>移除来源</translation>
    </message>
    <message>
        <source>Read the selected file or address no more; what it brought stays.</source>
        <translation>不再读取所选的文件或地址；已带来的数据保留。</translation>
    </message>
    <message>
        <source>Acknowledge the fault</source>
        <translation>确认故障</translation>
    </message>
    <message>
        <source>Say that you have seen the selected fault.</source>
        <translation>表示已看到所选故障。</translation>
    </message>
    <message>
        <source>Move the fault on…</source>
        <translation>推进故障…</translation>
    </message>
    <message>
        <source>Take the selected fault to its next state by hand.</source>
        <translation>手动把所选故障推进到下一状态。</translation>
    </message>
    <message>
        <source>Maintenance…</source>
        <translation>维护…</translation>
    </message>
    <message>
        <source>Work on the selected part: its alerts raise no fault.</source>
        <translation>维护所选部分：其告警不会引发故障。</translation>
    </message>
    <message>
        <source>End the maintenance</source>
        <translation>结束维护</translation>
    </message>
    <message>
        <source>Nobody works on the selected part any more.</source>
        <translation>不再有人维护所选部分。</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>The parts of the desk and what is wrong with them.</source>
        <translation>交易台的各部分及其问题。</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Where events come from, and how fresh they are.</source>
        <translation>事件从哪里来，有多新。</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>The workspace&apos;s file, its log and its tables.</source>
        <translation>工作区文件、其日志和各表。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Where old events go…</source>
        <translation>旧事件的去向…</translation>
    </message>
    <message>
        <source>After how many days events are moved, archived or dropped.</source>
        <translation>事件在多少天后移动、归档或丢弃。</translation>
    </message>
    <message>
        <source>Move old events now</source>
        <translation>立即移动旧事件</translation>
    </message>
    <message>
        <source>Move every day that is old enough, as the policy says.</source>
        <translation>按策略移动所有到期的日期。</translation>
    </message>
    <message>
        <source>Restore a day…</source>
        <translation>恢复某天…</translation>
    </message>
    <message>
        <source>Bring the events of a day back from the archive.</source>
        <translation>把某天的事件从归档取回。</translation>
    </message>
    <message>
        <source>Mark the selected row, or the moment of the cursor.</source>
        <translation>标记所选行，或光标所在的时刻。</translation>
    </message>
    <message>
        <source>Change the annotation…</source>
        <translation>修改注释…</translation>
    </message>
    <message>
        <source>The text or the moment of the one selected in the event log.</source>
        <translation>事件日志中所选注释的文字或时刻。</translation>
    </message>
    <message>
        <source>Remove the annotation</source>
        <translation>删除注释</translation>
    </message>
    <message>
        <source>Take the one selected in the event log away; can be undone.</source>
        <translation>删除事件日志中所选的注释；可以撤销。</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>fault on</source>
        <translation>故障开启</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>value before, value after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Price rule</source>
        <translation>定价规则</translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>加价</translation>
    </message>
    <message>
        <source>Soft floor</source>
        <translation>软底价</translation>
    </message>
    <message>
        <source>All floors</source>
        <translation>全部底价</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>%1 deadline</source>
        <translation>%1 时限</translation>
    </message>
    <message>
        <source>%1 cut off</source>
        <translation>%1 已切断</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>%1 已恢复</translation>
    </message>
    <message>
        <source>fault off</source>
        <translation>故障关闭</translation>
    </message>
    <message>
        <source>%1 strategy</source>
        <translation>%1 策略</translation>
    </message>
    <message>
        <source>First</source>
        <comment>price rule</comment>
        <translation>一价</translation>
    </message>
    <message>
        <source>Second</source>
        <comment>price rule</comment>
        <translation>二价</translation>
    </message>
    <message>
        <source>Soft floor</source>
        <comment>price rule</comment>
        <translation>软底价</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合约</translation>
    </message>
    <message>
        <source>Fixed CPM</source>
        <translation>固定 CPM</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>恒定</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Target CPC</source>
        <translation>目标 CPC</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>ORTB</source>
        <translation>ORTB</translation>
    </message>
    <message>
        <source>Target CPA</source>
        <translation>目标 CPA</translation>
    </message>
    <message>
        <source>Target ROAS</source>
        <translation>目标 ROAS</translation>
    </message>
    <message>
        <source>Price landscape</source>
        <translation>价格分布</translation>
    </message>
    <message>
        <source>Log-normal prices</source>
        <translation>对数正态价格</translation>
    </message>
    <message>
        <source>Recorded prices</source>
        <translation>历史价格</translation>
    </message>
</context>
<context>
    <name>DeadFilter</name>
    <message>
        <source>the quotation mark is not closed</source>
        <translation>引号没有结束</translation>
    </message>
    <message>
        <source>a state is open, redriven, discarded or any</source>
        <translation>状态是 open、redriven、discarded 或 any</translation>
    </message>
    <message>
        <source>a minute is written 14:31 or &quot;2026-03-20 14:31&quot;</source>
        <translation>分钟写作 14:31 或 &quot;2026-03-20 14:31&quot;</translation>
    </message>
    <message>
        <source>a field is rule, source, text, state or minute</source>
        <translation>字段是 rule、source、text、state 或 minute</translation>
    </message>
    <message>
        <source>%1 is there twice</source>
        <translation>%1 出现了两次</translation>
    </message>
    <message>
        <source>= is to follow</source>
        <translation>后面应是 =</translation>
    </message>
    <message>
        <source>a value is to follow</source>
        <translation>后面应是一个值</translation>
    </message>
    <message>
        <source>&quot;and&quot; is to follow</source>
        <translation>后面应是 &quot;and&quot;</translation>
    </message>
    <message>
        <source>a field is to follow</source>
        <translation>后面应是一个字段</translation>
    </message>
</context>
<context>
    <name>Deliveries</name>
    <message>
        <source>%1: %2</source>
        <comment>delivery, reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryWords</name>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>redriven</source>
        <translation>已重投</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a subscriber</comment>
        <translation>停用</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>failing, again at %1</source>
        <translation>失败中，%1 重试</translation>
    </message>
    <message>
        <source>failing</source>
        <translation>失败中</translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation>等待至 %1</translation>
    </message>
    <message>
        <source>waits</source>
        <comment>a subscriber</comment>
        <translation>等待</translation>
    </message>
    <message>
        <source>told</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>subscribers changed</source>
        <translation>修改订阅者</translation>
    </message>
    <message>
        <source>tested</source>
        <translation>已测试</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 to %2</source>
        <comment>date, date</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Statement, %1</source>
        <translation>结算单，%1</translation>
    </message>
    <message>
        <source>PROVISIONAL</source>
        <translation>暂定</translation>
    </message>
    <message>
        <source>FINAL</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>广告位</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Owed at %1</source>
        <translation>%1 应付额</translation>
    </message>
    <message>
        <source>Wallet at %1</source>
        <translation>%1 钱包余额</translation>
    </message>
    <message>
        <source>Charged</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>Owed now</source>
        <translation>当前应付</translation>
    </message>
    <message>
        <source>Wallet now</source>
        <translation>当前钱包</translation>
    </message>
    <message>
        <source>Windows of the period are still open, so amounts may grow.</source>
        <translation>该期间仍有窗口未关闭，金额还可能增加。</translation>
    </message>
    <message>
        <source>Every window of the period is closed.</source>
        <translation>该期间的窗口已全部关闭。</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>贷项通知单</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>开具日</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>A day budget cannot be negative.</source>
        <translation>日预算不能为负数。</translation>
    </message>
    <message>
        <source>Write 0 for no bound per day, or more.</source>
        <translation>填 0 表示每日不限，或填更大的数。</translation>
    </message>
    <message>
        <source>Day budget %1 is more than the total of %2.</source>
        <translation>日预算 %1 超过总预算 %2。</translation>
    </message>
    <message>
        <source>Write %1 or less, or raise the total.</source>
        <translation>填 %1 或更低，或提高总预算。</translation>
    </message>
    <message>
        <source>Total %1 is less than the %2 already spent.</source>
        <translation>总预算 %1 低于已消耗的 %2。</translation>
    </message>
    <message>
        <source>Write %1 or more.</source>
        <translation>填 %1 或更高。</translation>
    </message>
    <message>
        <source>The flight ends before it starts.</source>
        <translation>投放期的结束早于开始。</translation>
    </message>
    <message>
        <source>Choose an end after the start.</source>
        <translation>请选择晚于开始的结束日期。</translation>
    </message>
    <message>
        <source>A name has 1 to 255 characters.</source>
        <translation>名称须为 1 到 255 个字符。</translation>
    </message>
    <message>
        <source>Write a name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>This state cannot follow the live one.</source>
        <translation>线上状态不能转为此状态。</translation>
    </message>
    <message>
        <source>Draft leads to running, running and paused to each other, all to completed.</source>
        <translation>草稿可转为运行中，运行中与已暂停可互转，均可转为已完成。</translation>
    </message>
    <message>
        <source>Day budget %1 is more than the %2 left.</source>
        <translation>日预算 %1 超过剩余的 %2。</translation>
    </message>
    <message>
        <source>Write %1 or less, or raise the total of %2.</source>
        <translation>填 %1 或更低，或提高总预算 %2。</translation>
    </message>
    <message>
        <source>The flight is over.</source>
        <translation>投放期已结束。</translation>
    </message>
    <message>
        <source>Choose a later end, or complete the campaign.</source>
        <translation>请选择更晚的结束日期，或将广告活动设为已完成。</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>没有可展示的内容。</translation>
    </message>
    <message>
        <source>Add a creative.</source>
        <translation>请添加创意。</translation>
    </message>
    <message>
        <source>“%1” is not a seat that bids for campaigns.</source>
        <translation>“%1”不是为广告活动出价的席位。</translation>
    </message>
    <message>
        <source>Choose a seat of this market.</source>
        <translation>请选择本市场的席位。</translation>
    </message>
</context>
<context>
    <name>PipelineWords</name>
    <message>
        <source>Collect</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Transform</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>fresh</source>
        <translation>新鲜</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>过时</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>环形队列</translation>
    </message>
    <message>
        <source>HTTP push</source>
        <translation>HTTP 推送</translation>
    </message>
    <message>
        <source>HTTP pixel</source>
        <translation>HTTP 像素</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>HTTP poll</source>
        <translation>HTTP 轮询</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>DataIngestion</source>
        <translation>数据接入</translation>
    </message>
    <message>
        <source>CollectionInProgress</source>
        <translation>采集进行中</translation>
    </message>
    <message>
        <source>CollectionFailed</source>
        <translation>采集失败</translation>
    </message>
    <message>
        <source>ValidationPending</source>
        <translation>等待校验</translation>
    </message>
    <message>
        <source>ValidationInProgress</source>
        <translation>校验进行中</translation>
    </message>
    <message>
        <source>ValidationPassed</source>
        <translation>校验通过</translation>
    </message>
    <message>
        <source>ValidationPartial</source>
        <translation>部分通过校验</translation>
    </message>
    <message>
        <source>ValidationFailed</source>
        <translation>校验失败</translation>
    </message>
    <message>
        <source>DataRepair</source>
        <translation>数据修复</translation>
    </message>
    <message>
        <source>ManualIntervention</source>
        <translation>人工介入</translation>
    </message>
    <message>
        <source>TransformationPending</source>
        <translation>等待转换</translation>
    </message>
    <message>
        <source>TransformationInProgress</source>
        <translation>转换进行中</translation>
    </message>
    <message>
        <source>TransformationCompleted</source>
        <translation>转换完成</translation>
    </message>
    <message>
        <source>TransformationFailed</source>
        <translation>转换失败</translation>
    </message>
    <message>
        <source>StoragePending</source>
        <translation>等待存储</translation>
    </message>
    <message>
        <source>StorageInProgress</source>
        <translation>存储进行中</translation>
    </message>
    <message>
        <source>StorageCompleted</source>
        <translation>存储完成</translation>
    </message>
    <message>
        <source>StorageFailed</source>
        <translation>存储失败</translation>
    </message>
    <message>
        <source>StorageRetry</source>
        <translation>存储重试</translation>
    </message>
    <message>
        <source>DistributionPending</source>
        <translation>等待分发</translation>
    </message>
    <message>
        <source>DistributionInProgress</source>
        <translation>分发进行中</translation>
    </message>
    <message>
        <source>DistributionCompleted</source>
        <translation>分发完成</translation>
    </message>
    <message>
        <source>DistributionPartial</source>
        <translation>部分分发</translation>
    </message>
    <message>
        <source>DistributionFailed</source>
        <translation>分发失败</translation>
    </message>
    <message>
        <source>DistributionRetry</source>
        <translation>分发重试</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>InProgress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>consistent</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>未到达</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>已修复</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>redriven</source>
        <translation>已重投</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>已放弃</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 个来源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s), v%1</source>
        <translation>
            <numerusform>%n 条规则，v%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) repair</source>
        <translation>
            <numerusform>%n 条可修复</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 步</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n writer(s)</source>
        <translation>
            <numerusform>%n 个写入者</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>%n 个订阅者</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>attribute, else dead</source>
        <translation>归因，否则为死信</translation>
    </message>
    <message>
        <source>same request</source>
        <translation>同一请求</translation>
    </message>
    <message>
        <source>click-through</source>
        <translation>点击后</translation>
    </message>
    <message>
        <source>view-through</source>
        <translation>浏览后</translation>
    </message>
</context>
<context>
    <name>PlaceText</name>
    <message>
        <source>Latitude %1 is not from -90 to 90.</source>
        <translation>纬度 %1 不在 -90 到 90 之间。</translation>
    </message>
    <message>
        <source>Longitude %1 is not from -180 to 180.</source>
        <translation>经度 %1 不在 -180 到 180 之间。</translation>
    </message>
    <message>
        <source>A radius of %1 km is not from 0.001 to 100.</source>
        <translation>半径 %1 km 不在 0.001 到 100 之间。</translation>
    </message>
    <message>
        <source>Corner %1: %2</source>
        <translation>顶点 %1：%2</translation>
    </message>
    <message>
        <source>An area has at most 1000 corners, this has %1.</source>
        <translation>区域最多 1000 个顶点，现有 %1 个。</translation>
    </message>
    <message>
        <source>“%1” is not a number. Write 31.23, 121.47, 5 km.</source>
        <translation>“%1”不是数字。请按 31.23, 121.47, 5 km 的格式填写。</translation>
    </message>
    <message>
        <source>Write latitude, longitude and km, or three corners of an area.</source>
        <translation>请填写纬度、经度和 km，或区域的三个顶点。</translation>
    </message>
    <message>
        <source>The last corner has no longitude.</source>
        <translation>最后一个顶点缺少经度。</translation>
    </message>
</context>
<context>
    <name>ReviewRows</name>
    <message>
        <source>%1 per %2 and %3</source>
        <comment>limit, scope, window</comment>
        <translation>%1 次/%2/%3</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Highest bid per thousand</source>
        <translation>千次最高出价</translation>
    </message>
    <message>
        <source>Value of a conversion</source>
        <translation>转化价值</translation>
    </message>
    <message>
        <source>Average CTR</source>
        <translation>平均 CTR</translation>
    </message>
    <message>
        <source>Win curve constant</source>
        <translation>胜率曲线常数</translation>
    </message>
    <message>
        <source>Worth of budget</source>
        <translation>预算价值</translation>
    </message>
    <message>
        <source>day budget %1, ends %2</source>
        <translation>日预算 %1，%2 截止</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>Live was published again since; publishing replaces it.</source>
        <translation>线上在此期间又发布过；此次发布会将其覆盖。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>广告主</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>总预算</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Caps</source>
        <translation>频控</translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详细</translation>
    </message>
    <message>
        <source>as live</source>
        <translation>同线上</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已更改</translation>
    </message>
    <message>
        <source>Hour budget</source>
        <translation>小时预算</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>控速</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>投放方式</translation>
    </message>
    <message>
        <source>Charged for</source>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>Per click</source>
        <translation>每次点击</translation>
    </message>
    <message>
        <source>Per conversion</source>
        <translation>每次转化</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Further rounds</source>
        <translation>额外轮次</translation>
    </message>
</context>
<context>
    <name>SchedulePage</name>
    <message>
        <source>By hand %1</source>
        <translation>手动 %1</translation>
    </message>
    <message>
        <source>Round %1</source>
        <translation>轮次 %1</translation>
    </message>
</context>
<context>
    <name>ScheduleWords</name>
    <message>
        <source>Pending</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Scheduled</source>
        <translation>已排期</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>DataCollecting</source>
        <translation>采集中</translation>
    </message>
    <message>
        <source>Calculating</source>
        <translation>计算中</translation>
    </message>
    <message>
        <source>Distributing</source>
        <translation>分发中</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>PartiallyCompleted</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>重试中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>cron</source>
        <translation>cron</translation>
    </message>
    <message>
        <source>event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>普通</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>works</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Hour budget</source>
        <translation>小时预算</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>总预算</translation>
    </message>
    <message numerus="yes">
        <source>round by cron, %n campaign(s)</source>
        <translation>
            <numerusform>cron 轮次，%n 个活动</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>round, %n campaign(s)</source>
        <translation>
            <numerusform>轮次，%n 个活动</numerusform>
        </translation>
    </message>
    <message>
        <source>Created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>%1: begins</source>
        <translation>%1：开始</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1：完成</translation>
    </message>
    <message>
        <source>%1: outcome unknown</source>
        <translation>%1：结果未知</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1：失败</translation>
    </message>
    <message>
        <source>%1: is to be undone</source>
        <translation>%1：将撤销</translation>
    </message>
    <message>
        <source>%1: undone</source>
        <translation>%1：已撤销</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Cancel asked for</source>
        <translation>已请求取消</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>已卡住</translation>
    </message>
    <message>
        <source>the budget was changed</source>
        <translation>预算有变更</translation>
    </message>
    <message>
        <source>the campaign was started</source>
        <translation>广告活动已启动</translation>
    </message>
    <message>
        <source>the campaign was edited</source>
        <translation>广告活动已编辑</translation>
    </message>
    <message>
        <source>the wallet was changed</source>
        <translation>钱包有变更</translation>
    </message>
    <message>
        <source>a report came late</source>
        <translation>有报告迟到</translation>
    </message>
    <message>
        <source>the clock was set back</source>
        <translation>时钟被回拨</translation>
    </message>
    <message>
        <source>an ad server joined</source>
        <translation>有广告服务器加入</translation>
    </message>
    <message>
        <source>an ad server left</source>
        <translation>有广告服务器离开</translation>
    </message>
    <message>
        <source>the market was opened</source>
        <translation>市场已开启</translation>
    </message>
    <message>
        <source>the market was closed</source>
        <translation>市场已关闭</translation>
    </message>
    <message>
        <source>by its trigger</source>
        <translation>由触发器</translation>
    </message>
    <message>
        <source>you: retry or leave it</source>
        <translation>您：重试或保持不变</translation>
    </message>
    <message>
        <source>you: %1</source>
        <translation>您：%1</translation>
    </message>
    <message>
        <source>next try, %1 s</source>
        <translation>下次尝试，%1 s</translation>
    </message>
    <message>
        <source>its turn</source>
        <translation>等待轮到</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>已采集</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>已结算</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>由 %1</translation>
    </message>
    <message>
        <source>every ad server has its quota</source>
        <translation>每个广告服务器都有配额</translation>
    </message>
    <message numerus="yes">
        <source>%Ln win(s) for %1, from %2 of %3 ad servers</source>
        <translation>
            <numerusform>%Ln 次胜出，共 %1，来自 %2/%3 台广告服务器</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 charged, %2 held for quota</source>
        <translation>已扣 %1，为配额冻结 %2</translation>
    </message>
    <message>
        <source>charged before a restart, %1 in all; %2 held for quota</source>
        <translation>重启前已扣，累计 %1；为配额冻结 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 of quota with %Ln ad server(s)</source>
        <translation>
            <numerusform>配额 %1，分布在 %Ln 台广告服务器</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScoreWords</name>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>性能</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>passed every rule</source>
        <translation>通过全部规则</translation>
    </message>
    <message>
        <source>stored within a second</source>
        <translation>一秒内入库</translation>
    </message>
    <message>
        <source>checks that hold</source>
        <translation>成立的检查</translation>
    </message>
    <message>
        <source>latency p99</source>
        <translation>延迟 p99</translation>
    </message>
    <message>
        <source>processed of what came</source>
        <translation>已处理占比</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>disk</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>answered in time</source>
        <translation>按时应答</translation>
    </message>
    <message>
        <source>satisfied users</source>
        <translation>满意用户</translation>
    </message>
    <message>
        <source>spent of the plan</source>
        <translation>计划完成度</translation>
    </message>
    <message>
        <source>value of what was spent</source>
        <translation>花费产出比</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 %2 (all points at %3)</source>
        <comment>part of a score: name, value, target</comment>
        <translation>%1 %2（满分为 %3）</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>健康度</translation>
    </message>
</context>
<context>
    <name>Scoreboard</name>
    <message>
        <source>fill %1</source>
        <translation>填充 %1</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>已切断</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 超时</translation>
    </message>
    <message>
        <source>%1 of %2 answers missed the deadline</source>
        <translation>%2 次应答中有 %1 次超过时限</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Played by</source>
        <translation>操盘方</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>竞得</translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation>竞得占比</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>CPM</source>
        <translation>CPM</translation>
    </message>
    <message>
        <source>Spend for a thousand wins</source>
        <translation>每千次竞得的消耗</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Worth of the conversions</source>
        <translation>转化的价值</translation>
    </message>
    <message>
        <source>ROAS</source>
        <translation>ROAS</translation>
    </message>
    <message>
        <source>Value by spend</source>
        <translation>价值 ÷ 消耗</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Value minus spend</source>
        <translation>价值减消耗</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>应答</translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n 个席位</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatFacts</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1, amounts in %2</source>
        <comment>seat id, currency</comment>
        <translation>%1，金额单位 %2</translation>
    </message>
    <message>
        <source>Played by</source>
        <translation>操盘方</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>已切断</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Answers, p50</source>
        <translation>应答 p50</translation>
    </message>
    <message>
        <source>Answers, p99</source>
        <translation>应答 p99</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>询价</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>number, share</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>竞得</translation>
    </message>
    <message>
        <source>Share of wins</source>
        <translation>竞得占比</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>价值</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
</context>
<context>
    <name>SettlementWords</name>
    <message>
        <source>pending</source>
        <translation>待入账</translation>
    </message>
    <message>
        <source>post</source>
        <translation>入账</translation>
    </message>
    <message>
        <source>void</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>single</source>
        <translation>单笔</translation>
    </message>
    <message>
        <source>reversal</source>
        <translation>冲正</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>提现</translation>
    </message>
    <message>
        <source>Held for quota</source>
        <translation>配额预占</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>扣费</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>投放</translation>
    </message>
    <message>
        <source>Media bought</source>
        <translation>媒体采购</translation>
    </message>
    <message>
        <source>Late win</source>
        <translation>迟报竞得</translation>
    </message>
    <message>
        <source>Not covered</source>
        <translation>资金不足</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>换汇</translation>
    </message>
    <message>
        <source>Publisher share</source>
        <translation>媒体分成</translation>
    </message>
    <message>
        <source>Platform fee</source>
        <translation>平台服务费</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>Claimed by nobody</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>Adjustment</source>
        <translation>调账</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Round undone</source>
        <translation>轮次撤回</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>核销</translation>
    </message>
    <message>
        <source>Late delivery</source>
        <translation>迟报投放</translation>
    </message>
    <message>
        <source>%1 wallet</source>
        <translation>%1 钱包</translation>
    </message>
    <message>
        <source>%1 budget</source>
        <translation>%1 预算</translation>
    </message>
    <message>
        <source>%1 payable</source>
        <translation>%1 应付</translation>
    </message>
    <message>
        <source>%1 margin</source>
        <translation>%1 毛利</translation>
    </message>
    <message>
        <source>%1 suspense</source>
        <translation>%1 暂挂</translation>
    </message>
    <message>
        <source>%1 late wins</source>
        <translation>%1 迟报竞得</translation>
    </message>
    <message>
        <source>bank</source>
        <translation>银行</translation>
    </message>
    <message>
        <source>delivery</source>
        <translation>投放</translation>
    </message>
    <message>
        <source>platform revenue</source>
        <translation>平台收入</translation>
    </message>
    <message>
        <source>tax</source>
        <translation>税</translation>
    </message>
    <message>
        <source>currency clearing</source>
        <translation>货币清算</translation>
    </message>
    <message>
        <source>claimed by nobody</source>
        <translation>无人认领</translation>
    </message>
    <message>
        <source>Enough</source>
        <translation>充足</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>偏低</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>no impression was confirmed</source>
        <translation>没有确认展示</translation>
    </message>
    <message>
        <source>its impression was told another price</source>
        <translation>展示收到的是另一个价格</translation>
    </message>
    <message>
        <source>Media cost</source>
        <translation>媒体成本</translation>
    </message>
    <message>
        <source>of this publishers</source>
        <translation>其中媒体</translation>
    </message>
    <message>
        <source>of this platform fee</source>
        <translation>其中平台服务费</translation>
    </message>
    <message>
        <source>of the fee tax</source>
        <translation>服务费中的税</translation>
    </message>
</context>
<context>
    <name>SpendTable</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>其他 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation>
            <numerusform>%n 个活动</numerusform>
        </translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>Spent today as part of the day budget; the line marks the plan by now.</source>
        <translation>今日消耗占日预算的比例；竖线为当前计划。</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>To plan</source>
        <translation>较计划</translation>
    </message>
    <message>
        <source>Spent against the plan by now.</source>
        <translation>消耗与当前计划之比。</translation>
    </message>
</context>
<context>
    <name>SystemWords</name>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>监视中</translation>
    </message>
    <message>
        <source>Alert triggered</source>
        <translation>触发告警</translation>
    </message>
    <message>
        <source>Investigating</source>
        <translation>调查中</translation>
    </message>
    <message>
        <source>Auto healing</source>
        <translation>自动修复</translation>
    </message>
    <message>
        <source>Healing in progress</source>
        <translation>修复进行中</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Manual intervention</source>
        <translation>人工介入</translation>
    </message>
    <message>
        <source>Human fixing</source>
        <translation>人工修复</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Expert intervention</source>
        <translation>专家介入</translation>
    </message>
    <message>
        <source>System shutdown</source>
        <translation>系统关闭</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>维护</translation>
    </message>
    <message>
        <source>traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>integrity</source>
        <translation>完整性</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Gateway</source>
        <translation>网关</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Restart the source of events</source>
        <translation>重启事件来源</translation>
    </message>
    <message>
        <source>Refuse a part of the requests</source>
        <translation>拒绝部分请求</translation>
    </message>
    <message>
        <source>Move the log into the workspace file</source>
        <translation>把日志并入工作区文件</translation>
    </message>
    <message>
        <source>Take nothing in any more</source>
        <translation>不再接收</translation>
    </message>
    <message>
        <source>an alert is pending</source>
        <translation>有待定告警</translation>
    </message>
    <message>
        <source>an alert fires</source>
        <translation>有告警触发</translation>
    </message>
    <message>
        <source>its alerts still fire</source>
        <translation>告警仍在触发</translation>
    </message>
    <message>
        <source>its alerts are resolved</source>
        <translation>告警已解除</translation>
    </message>
    <message>
        <source>its alerts are gone</source>
        <translation>告警已消失</translation>
    </message>
    <message>
        <source>no automatic action may be tried now</source>
        <translation>目前没有可尝试的自动操作</translation>
    </message>
    <message>
        <source>somebody has seen it</source>
        <translation>已有人看到</translation>
    </message>
    <message>
        <source>nobody acknowledged it within 15 minutes</source>
        <translation>15 分钟内无人确认</translation>
    </message>
    <message>
        <source>the time it was given is over</source>
        <translation>给定时间已到</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation>来源 %1</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Escalated</source>
        <translation>已升级</translation>
    </message>
    <message>
        <source>Maintenance begun</source>
        <translation>维护开始</translation>
    </message>
    <message>
        <source>Maintenance ended</source>
        <translation>维护结束</translation>
    </message>
    <message>
        <source>Repaired…</source>
        <translation>已修复…</translation>
    </message>
    <message>
        <source>Take over…</source>
        <translation>接手…</translation>
    </message>
    <message>
        <source>Begin to fix…</source>
        <translation>开始修复…</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>升级…</translation>
    </message>
    <message>
        <source>The expert begins…</source>
        <translation>专家开始…</translation>
    </message>
    <message>
        <source>Shut the intake down…</source>
        <translation>关闭接收…</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Drop what can be read again</source>
        <translation>丢弃可重新读取的缓存</translation>
    </message>
</context>
<context>
    <name>TargetingParts</name>
    <message>
        <source>%1 %2</source>
        <comment>dimension, any of</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>area of %n corner(s)</source>
        <translation>
            <numerusform>%n 个顶点的区域</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>ages</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Write a system and its least version, such as iOS 15.2.</source>
        <translation>请填写系统及最低版本，如 iOS 15.2。</translation>
    </message>
    <message>
        <source>Write the first and the last day, such as 2026-03-20 2026-03-25.</source>
        <translation>请填写首日和末日，如 2026-03-20 2026-03-25。</translation>
    </message>
</context>
<context>
    <name>TaskColumns</name>
    <message>
        <source>%1: %2</source>
        <comment>step, how far it is</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>try of most tries</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1, to be cancelled</source>
        <translation>%1，待取消</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Seconds of market time since it was made, or that it took.</source>
        <translation>创建至今或总共所用的市场时间（秒）。</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>触发</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>归属</translation>
    </message>
</context>
<context>
    <name>Timing</name>
    <message>
        <source>&gt; %1</source>
        <comment>longer than</comment>
        <translation>&gt; %1</translation>
    </message>
    <message>
        <source>waits for late seat</source>
        <translation>等待超时席位</translation>
    </message>
    <message numerus="yes">
        <source>%n bid(s)</source>
        <translation>
            <numerusform>%n 个出价</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Open Market</source>
        <translation>打开市场</translation>
    </message>
    <message>
        <source>%1 answers late: %2 of its answers since %3 missed the deadline, and its campaign %4 is %5 behind plan.</source>
        <translation>%1 应答超时：%3 以来有 %2 的应答错过时限，其广告活动 %4 落后计划 %5。</translation>
    </message>
    <message>
        <source>%1 answers late: %2 of its answers since %3 missed the deadline of %4 ms.</source>
        <translation>%1 应答超时：%3 以来有 %2 的应答错过 %4 ms 时限。</translation>
    </message>
    <message>
        <source>Open %1 seat</source>
        <translation>打开席位 %1</translation>
    </message>
    <message>
        <source>%1 is cut off and takes part in no auction.</source>
        <translation>%1 已切断，不参与任何竞拍。</translation>
    </message>
    <message>
        <source>%1 is %2 behind plan: %3 spent, %4 planned by now.</source>
        <translation>%1 落后计划 %2：已消耗 %3，当前计划 %4。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 is broken in %n case(s): %2.</source>
        <translation>
            <numerusform>%1 有 %n 处不成立：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>the whole desk</source>
        <translation>整个控制台</translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <comment>alert: subject, value</comment>
        <translation>%1：%2，%3。</translation>
    </message>
    <message>
        <source>Show the alert</source>
        <translation>查看告警</translation>
    </message>
    <message>
        <source>Last alert resolved %1.</source>
        <comment>time of day</comment>
        <translation>最近的告警已于 %1 恢复。</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>needs all of %1; got %2</source>
        <translation>须全部满足 %1；实为 %2</translation>
    </message>
    <message>
        <source>excludes %1; got %2</source>
        <translation>排除 %1；实为 %2</translation>
    </message>
    <message>
        <source>needs %1; got %2</source>
        <translation>须为 %1；实为 %2</translation>
    </message>
    <message>
        <source>would bid %1 for %2</source>
        <translation>会替 %2 出价 %1</translation>
    </message>
    <message>
        <source>+ %1</source>
        <comment>what else stopped the campaign</comment>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>+ %1 +%2</source>
        <comment>what else stopped the campaign, and how many more reasons</comment>
        <translation>+ %1 +%2</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::BidTree</name>
    <message>
        <source>Opportunity</source>
        <translation>机会</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>publisher, hard</source>
        <translation>媒体，硬底价</translation>
    </message>
    <message>
        <source>placement %1 × market factor %2</source>
        <translation>广告位 %1 × 市场系数 %2</translation>
    </message>
    <message>
        <source>Deal %1</source>
        <translation>Deal %1</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>CPM, %1</source>
        <translation>CPM，%1</translation>
    </message>
    <message>
        <source>A rival&apos;s price, drawn from its landscape.</source>
        <translation>对手的价格，取自其价格分布。</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Deal</translation>
    </message>
    <message>
        <source>Clearing</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Nobody won: no bid passed every check.</source>
        <translation>无人竞得：没有出价通过全部检查。</translation>
    </message>
    <message>
        <source>Valid bids</source>
        <translation>有效出价</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>资金</translation>
    </message>
    <message>
        <source>per 1,000</source>
        <translation>每千次</translation>
    </message>
    <message>
        <source>advertiser %1 = publisher %2 + fee %3</source>
        <translation>广告主 %1 = 媒体 %2 + 费用 %3</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>none sent</source>
        <translation>未发送</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::BidsPanel</name>
    <message>
        <source>Bids and price</source>
        <translation>出价与价格</translation>
    </message>
    <message>
        <source>Trace as a document</source>
        <translation>跟踪文档</translation>
    </message>
    <message>
        <source>Tree</source>
        <comment>show the tree</comment>
        <translation>树</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>原始 JSON</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::FilterBar</name>
    <message>
        <source>Filter of the auctions</source>
        <translation>竞拍筛选</translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation>筛选，例如 %1</translation>
    </message>
    <message>
        <source>History</source>
        <comment>of filters</comment>
        <translation>历史</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <comment>keep the filter</comment>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>No filter was used yet.</source>
        <translation>还没有用过筛选。</translation>
    </message>
    <message>
        <source>Keeps the filter in place of the oldest of the three bookmarks.</source>
        <translation>保留此筛选，替换三个收藏中最早的一个。</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <comment>rows of the list</comment>
        <translation>显示 %1 / %2</translation>
    </message>
    <message>
        <source>checked in %1 ms</source>
        <translation>筛选用时 %1 ms</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::ListPanel</name>
    <message>
        <source>Auctions</source>
        <translation>竞拍</translation>
    </message>
    <message>
        <source>Follow again</source>
        <translation>继续跟随</translation>
    </message>
    <message>
        <source>These auctions are gone: the newest 1,000,000 are kept.</source>
        <translation>这些竞拍已不在：只保留最新的 1,000,000 次。</translation>
    </message>
    <message>
        <source>No auction has been held yet.</source>
        <translation>还没有举行过竞拍。</translation>
    </message>
    <message>
        <source>0 of %1 shown. The filter hides all of them.</source>
        <translation>显示 0 / %1。全部被筛选隐藏。</translation>
    </message>
    <message>
        <source>List holds at %1 while you read.</source>
        <translation>浏览期间，列表停在 %1。</translation>
    </message>
    <message>
        <source>The list follows the newest auctions.</source>
        <translation>列表跟随最新竞拍。</translation>
    </message>
    <message>
        <source>Full story kept: one in %1.</source>
        <translation>完整记录：每 %1 次保留 1 次。</translation>
    </message>
    <message>
        <source>Full story kept: one in %1, and from now on every match.</source>
        <translation>完整记录：每 %1 次保留 1 次，从现在起再保留每次匹配。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln newer auction(s) wait.</source>
        <translation>
            <numerusform>另有 %Ln 次新竞拍。</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::Microscope</name>
    <message>
        <source>Timing</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>auction %1, from visit to feedback</source>
        <translation>竞拍 %1，从访问到回传</translation>
    </message>
    <message>
        <source>Open the nearest that was</source>
        <translation>打开最近的已保留竞拍</translation>
    </message>
    <message>
        <source>Select an auction in the list.</source>
        <translation>请在列表中选择一次竞拍。</translation>
    </message>
    <message>
        <source>Raw JSON</source>
        <translation>原始 JSON</translation>
    </message>
    <message>
        <source>Trace as a document</source>
        <translation>跟踪文档</translation>
    </message>
    <message>
        <source>Why not needs the full story of an auction.</source>
        <translation>“未出价原因”需要竞拍的完整记录。</translation>
    </message>
    <message>
        <source>Raw JSON needs the full story of an auction.</source>
        <translation>“原始 JSON”需要竞拍的完整记录。</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::Waterfall</name>
    <message>
        <source>Timing of the auction</source>
        <translation>竞拍耗时</translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <comment>step or seat, duration</comment>
        <translation>%1：%2 ms</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>seat deadline %1 ms</source>
        <translation>席位时限 %1 ms</translation>
    </message>
    <message>
        <source>Sum of the seven steps</source>
        <translation>七个步骤合计</translation>
    </message>
    <message>
        <source>over limit %1</source>
        <translation>超时限 %1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>时限 %1</translation>
    </message>
    <message>
        <source>%1: from %2 to %3 ms after the visit</source>
        <translation>%1：访问后 %2 至 %3 ms</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhatIfForm</name>
    <message>
        <source>Floor</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>Rule</source>
        <comment>price rule</comment>
        <translation>规则</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>人群</translation>
    </message>
    <message>
        <source>Campaign whose bid is changed</source>
        <translation>更改哪个广告活动的出价</translation>
    </message>
    <message>
        <source>New amount of the bid</source>
        <translation>新出价金额</translation>
    </message>
    <message>
        <source>New floor per thousand</source>
        <translation>新的千次底价</translation>
    </message>
    <message>
        <source>New price rule</source>
        <translation>新定价规则</translation>
    </message>
    <message>
        <source>No campaign could bid in this auction.</source>
        <translation>没有广告活动可在此次竞拍出价。</translation>
    </message>
    <message>
        <source>bid, CPM</source>
        <translation>出价，CPM</translation>
    </message>
    <message>
        <source>“%1” is not an amount; write one such as 1.20.</source>
        <translation>“%1”不是金额；请填写如 1.20。</translation>
    </message>
    <message numerus="yes">
        <source>Segments, %n changed</source>
        <translation>
            <numerusform>人群，已改 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>This market knows no segments.</source>
        <translation>此市场没有人群。</translation>
    </message>
    <message>
        <source>%1, needs a segment</source>
        <translation>%1，需要人群</translation>
    </message>
    <message>
        <source>The seat makes its bid of it again: by its own rule, with what it knew then.</source>
        <translation>由席位重新出价：按它自己的规则和当时掌握的信息。</translation>
    </message>
    <message>
        <source>The bid itself, per thousand.</source>
        <translation>出价本身，按千次计。</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhatIfStrip</name>
    <message>
        <source>nothing is sent or charged</source>
        <translation>不发送任何内容，也不扣费</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>实际记录</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>推演</translation>
    </message>
    <message>
        <source>Put %1 in a draft…</source>
        <translation>将 %1 写入草稿…</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>difference of the price</comment>
        <translation>实付</translation>
    </message>
    <message>
        <source>Publisher</source>
        <comment>difference of the publisher&apos;s part</comment>
        <translation>媒体</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>seat, campaign</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 bids %2</source>
        <comment>winner, price</comment>
        <translation>%1 出价 %2</translation>
    </message>
    <message>
        <source>Paid per thousand, %1.</source>
        <translation>千次实付，%1。</translation>
    </message>
    <message>
        <source>The publisher gets %1; recorded %2.</source>
        <translation>媒体得 %1；实际记录 %2。</translation>
    </message>
    <message>
        <source>no bid</source>
        <translation>未出价</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>campaign, price</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2, recorded %3</source>
        <comment>seat, bid now, bid before</comment>
        <translation>%1：%2，实际记录 %3</translation>
    </message>
    <message>
        <source>Change the bid, the floor, the rule or a segment.</source>
        <translation>请更改出价、底价、规则或人群。</translation>
    </message>
    <message>
        <source>Every seat bids as recorded.</source>
        <translation>各席位均按实际记录出价。</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhyNotList</name>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>And also</source>
        <translation>其他原因</translation>
    </message>
</context>
<context>
    <name>gavel::auctions::WhyNotPanel</name>
    <message>
        <source>Why not</source>
        <translation>未出价原因</translation>
    </message>
    <message>
        <source>Why campaigns did not bid</source>
        <translation>广告活动未出价的原因</translation>
    </message>
    <message>
        <source>Campaigns of the chosen reason</source>
        <translation>所选原因的广告活动</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln campaign(s) did not bid</source>
        <translation>
            <numerusform>%Ln 个活动中 %1 个未出价</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 bid + %2 did not = %3 campaigns</source>
        <translation>%1 个出价 + %2 个未出价 = %3 个活动</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln campaign(s)</source>
        <translation>
            <numerusform>%1：%Ln 个活动</numerusform>
        </translation>
    </message>
    <message>
        <source>and also</source>
        <translation>其他原因</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::BudgetTab</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Advertiser id</source>
        <translation>广告主 ID</translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>广告主</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>总预算</translation>
    </message>
    <message>
        <source>Day budget, 0 = none</source>
        <translation>日预算，0 = 不设</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Average CTR, 0 to 1</source>
        <translation>平均 CTR，0 到 1</translation>
    </message>
    <message>
        <source>Win curve constant</source>
        <translation>胜率曲线常数</translation>
    </message>
    <message>
        <source>Worth of budget</source>
        <translation>预算价值</translation>
    </message>
    <message>
        <source>Value of a conversion</source>
        <translation>转化价值</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Live: %1</source>
        <translation>线上：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>undo: field, campaign</comment>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>Most CPM, 0 = any</source>
        <translation>最高 CPM，0 = 不限</translation>
    </message>
    <message>
        <source>Hour budget, 0 = none</source>
        <translation>小时预算，0 = 不设</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>控速</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>投放方式</translation>
    </message>
    <message>
        <source>Charged for</source>
        <translation>计费方式</translation>
    </message>
    <message>
        <source>Per click</source>
        <translation>每次点击</translation>
    </message>
    <message>
        <source>Per conversion</source>
        <translation>每次转化</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>Further rounds (cron)</source>
        <translation>额外轮次（cron）</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignDelegate</name>
    <message>
        <source>%1 of %2</source>
        <comment>column, campaign</comment>
        <translation>%2 的%1</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignInspector</name>
    <message>
        <source>Inspector of the campaign</source>
        <translation>广告活动检查器</translation>
    </message>
    <message>
        <source>Targeting</source>
        <translation>定向</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Caps</source>
        <translation>频控</translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation>未选择广告活动。</translation>
    </message>
    <message>
        <source>%1, seat %2, flight %3 to %4</source>
        <comment>advertiser, seat, days</comment>
        <translation>%1，席位 %2，投放期 %3 至 %4</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignPanel</name>
    <message>
        <source>Campaigns</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Filter of campaigns</source>
        <translation>广告活动筛选</translation>
    </message>
    <message>
        <source>Name, advertiser, seat, state or strategy</source>
        <translation>名称、广告主、席位、状态或策略</translation>
    </message>
    <message>
        <source>All amounts in %1. Struck = live value, bold = not yet published.</source>
        <translation>金额单位均为 %1。删除线 = 线上值，粗体 = 未发布。</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
    <message>
        <source>No market runs, so there are no campaigns to show.</source>
        <translation>没有市场在运行，因此没有广告活动可显示。</translation>
    </message>
    <message>
        <source>This market has no campaigns.</source>
        <translation>此市场没有广告活动。</translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建广告活动</translation>
    </message>
    <message numerus="yes">
        <source>Edit %n together…</source>
        <translation>
            <numerusform>批量编辑 %n 个…</numerusform>
        </translation>
    </message>
    <message>
        <source>Check campaigns first, with Space.</source>
        <translation>请先用空格键勾选广告活动。</translation>
    </message>
    <message>
        <source>None checked.</source>
        <translation>未勾选。</translation>
    </message>
    <message numerus="yes">
        <source>%n checked: day budget %1, spent %2.</source>
        <translation>
            <numerusform>已勾选 %n 个：日预算 %1，已消耗 %2。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked: day budget %1 becomes %2, spent %3.</source>
        <translation>
            <numerusform>已勾选 %n 个：日预算 %1 变为 %2，已消耗 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>0 of %1 shown.</source>
        <translation>显示 0 / %1。</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Live values wait while a cell is edited.</source>
        <translation>编辑单元格时，实时数值暂停更新。</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CampaignTree</name>
    <message>
        <source>Checked</source>
        <translation>已勾选</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s)</source>
        <translation>
            <numerusform>%n 个活动</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 to %3</source>
        <comment>undo: column, campaign, new value</comment>
        <translation>%2 的%1改为 %3</translation>
    </message>
    <message>
        <source>Check or uncheck every row shown.</source>
        <translation>勾选或取消勾选显示的所有行。</translation>
    </message>
    <message>
        <source>What the draft does: + added, Δ edited, − removed.</source>
        <translation>草稿的改动：+ 新增，Δ 已编辑，− 已移除。</translation>
    </message>
    <message>
        <source>Whether the change keeps the rules.</source>
        <translation>更改是否符合规则。</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Bid or target</source>
        <translation>出价或目标</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>Spent today, in the campaign&apos;s own day.</source>
        <translation>今日消耗，按广告活动自己的时区计日。</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Spent against the part of the day budget planned by now.</source>
        <translation>消耗与日预算中当前计划部分之比。</translation>
    </message>
    <message>
        <source>To plan now</source>
        <translation>较当前计划</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>CTR</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Budget of the whole flight.</source>
        <translation>整个投放期的预算。</translation>
    </message>
    <message>
        <source>Total budget</source>
        <translation>总预算</translation>
    </message>
    <message>
        <source>Spent since the campaign began.</source>
        <translation>广告活动开始以来的消耗。</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>累计消耗</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CapsTab</name>
    <message>
        <source>Cap</source>
        <translation>频控</translation>
    </message>
    <message>
        <source>Add a cap</source>
        <translation>添加频控</translation>
    </message>
    <message>
        <source>No cap: a user may see it any number of times.</source>
        <translation>无频控：同一用户的展示次数不限。</translation>
    </message>
    <message>
        <source>One user sees at most this many impressions</source>
        <translation>同一用户最多展示的次数</translation>
    </message>
    <message>
        <source>Most impressions</source>
        <translation>最多展示</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>a time</comment>
        <translation>按%1</translation>
    </message>
    <message>
        <source>Window of the cap</source>
        <translation>频控窗口</translation>
    </message>
    <message>
        <source>Scope of the cap</source>
        <translation>频控范围</translation>
    </message>
    <message>
        <source>Remove this cap</source>
        <translation>移除此频控</translation>
    </message>
    <message>
        <source>caps of %1</source>
        <comment>undo</comment>
        <translation>%1 的频控</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CellEditor</name>
    <message>
        <source>Use %1</source>
        <translation>采用 %1</translation>
    </message>
    <message>
        <source>Esc keeps %1</source>
        <translation>Esc 保留 %1</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CreativePanel</name>
    <message>
        <source>Creatives</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation>未选择广告活动。</translation>
    </message>
    <message>
        <source>This campaign has no creative yet.</source>
        <translation>此广告活动还没有创意。</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CreativePreview</name>
    <message>
        <source>Preview of the creative</source>
        <translation>创意预览</translation>
    </message>
    <message>
        <source>%1 x %2, %3</source>
        <comment>width, height, format</comment>
        <translation>%1 x %2，%3</translation>
    </message>
    <message>
        <source>%1, takes the size of the placement</source>
        <translation>%1，随广告位尺寸</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::CreativesTab</name>
    <message>
        <source>%1 x %2, %3</source>
        <comment>width, height, format</comment>
        <translation>%1 x %2，%3</translation>
    </message>
    <message>
        <source>Creatives</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Add a creative</source>
        <translation>添加创意</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this creative</source>
        <translation>移除此创意</translation>
    </message>
    <message>
        <source>Format, size</source>
        <translation>格式、尺寸</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>宽度（像素）</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>高度（像素）</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Image URL</source>
        <translation>图片 URL</translation>
    </message>
    <message>
        <source>Click URL</source>
        <translation>点击 URL</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>size and format, title</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>rule, advice</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>creatives of %1</source>
        <comment>undo</comment>
        <translation>%1 的创意</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::DraftBar</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>新增 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edited</source>
        <translation>
            <numerusform>编辑 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>移除 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n 个错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n 个警告</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n checked</source>
        <translation>
            <numerusform>勾选 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>No changes. What you edit stays here until you publish.</source>
        <translation>没有更改。您的编辑会留在这里，直到发布。</translation>
    </message>
    <message numerus="yes">
        <source>Review %n change(s)…</source>
        <translation>
            <numerusform>审阅 %n 处更改…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::DraftKeeper</name>
    <message>
        <source>discard of the draft</source>
        <translation>放弃草稿</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::EditTogether</name>
    <message>
        <source>Day budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>Bid or target</source>
        <translation>出价或目标</translation>
    </message>
    <message>
        <source>set to</source>
        <translation>设为</translation>
    </message>
    <message>
        <source>raise by %</source>
        <translation>提高 %</translation>
    </message>
    <message>
        <source>lower by %</source>
        <translation>降低 %</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>更改项</translation>
    </message>
    <message>
        <source>How to change it</source>
        <translation>更改方式</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Type a number.</source>
        <translation>请输入数字。</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>Nothing changes.</source>
        <translation>没有变化。</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s): sum %1 becomes %2.</source>
        <translation>
            <numerusform>%n 个活动：合计 %1 变为 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>raise of %1 by %2 % (%3)</source>
        <comment>undo: column, number, campaigns</comment>
        <translation>%1提高 %2 %（%3）</translation>
    </message>
    <message>
        <source>cut of %1 by %2 % (%3)</source>
        <comment>undo: column, number, campaigns</comment>
        <translation>%1降低 %2 %（%3）</translation>
    </message>
    <message>
        <source>%1 to %2 (%3)</source>
        <comment>undo: column, value, campaigns</comment>
        <translation>%1改为 %2（%3）</translation>
    </message>
    <message numerus="yes">
        <source>Changing %n campaign(s)…</source>
        <translation>
            <numerusform>正在更改 %n 个活动…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::HourGridEdit</name>
    <message>
        <source>Hours of the week</source>
        <translation>每周时段</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) a week</source>
        <translation>
            <numerusform>每周 %n 小时</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::PlanPanel</name>
    <message>
        <source>Plan against actual</source>
        <translation>计划与实际</translation>
    </message>
    <message>
        <source>No running campaign is selected.</source>
        <translation>未选择运行中的广告活动。</translation>
    </message>
    <message>
        <source>%1, today, %2, as of %3</source>
        <comment>campaign, currency, time</comment>
        <translation>%1，今日，%2，截至 %3</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>day budget %1</source>
        <translation>日预算 %1</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>现在 %1</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Day budget</source>
        <translation>日预算</translation>
    </message>
    <message>
        <source>To plan now</source>
        <translation>较当前计划</translation>
    </message>
    <message>
        <source>Held as quota</source>
        <translation>配额预占</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>用完时间</translation>
    </message>
    <message>
        <source>Pacing</source>
        <translation>控速</translation>
    </message>
    <message>
        <source>by now</source>
        <translation>截至目前</translation>
    </message>
    <message>
        <source>not today</source>
        <translation>今日不会</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>time</comment>
        <translation>%1</translation>
    </message>
    <message>
        <source>Lost to pacing, in all</source>
        <translation>控速损失，累计</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::ReviewDialog</name>
    <message>
        <source>Review before publishing</source>
        <translation>发布前审阅</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Publishing changes the running market at its next auction: %1 added, %2 edited, %3 removed.</source>
        <translation>发布后，运行中的市场从下一次竞拍起生效：新增 %1，编辑 %2，移除 %3。</translation>
    </message>
    <message>
        <source>These changes are dropped; what is live stays as it is.</source>
        <translation>这些更改将被丢弃；线上内容保持不变。</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>保留草稿</translation>
    </message>
    <message numerus="yes">
        <source>Publish %n change(s)</source>
        <translation>
            <numerusform>发布 %n 处更改</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n change(s)</source>
        <translation>
            <numerusform>放弃 %n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm</source>
        <translation>输入 %1 确认</translation>
    </message>
    <message>
        <source>Changes of the draft</source>
        <translation>草稿的更改</translation>
    </message>
    <message>
        <source>Campaign and field</source>
        <translation>广告活动与字段</translation>
    </message>
    <message>
        <source>Live and new value</source>
        <translation>线上值与新值</translation>
    </message>
    <message numerus="yes">
        <source>Publishing waits for %n error(s).</source>
        <translation>
            <numerusform>有 %n 个错误，暂不能发布。</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading %1 of %2 changes…</source>
        <translation>正在读取更改 %1 / %2…</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::RuleRow</name>
    <message>
        <source>How %1 matches</source>
        <translation>%1的匹配方式</translation>
    </message>
    <message>
        <source>Different from what is live.</source>
        <translation>与线上不同。</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>移除%1</translation>
    </message>
    <message>
        <source>add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add a value to %1</source>
        <translation>为%1添加值</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1的值</translation>
    </message>
    <message>
        <source>iOS 15.2</source>
        <translation>iOS 15.2</translation>
    </message>
    <message>
        <source>2026-03-20 2026-03-25</source>
        <translation>2026-03-20 2026-03-25</translation>
    </message>
    <message>
        <source>Type a value, Enter adds it</source>
        <translation>输入值，按 Enter 添加</translation>
    </message>
    <message>
        <source>Youngest age</source>
        <translation>最小年龄</translation>
    </message>
    <message>
        <source>Oldest age</source>
        <translation>最大年龄</translation>
    </message>
    <message>
        <source>to</source>
        <comment>ages</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>latitude, longitude, km, or corners of an area</source>
        <translation>纬度、经度、km，或区域的各顶点</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::ShareBar</name>
    <message>
        <source>Opportunities a day left</source>
        <translation>每日剩余机会</translation>
    </message>
</context>
<context>
    <name>gavel::campaigns::TargetingTab</name>
    <message>
        <source>opportunities/day left</source>
        <translation>剩余机会/天</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>undo: rule, campaign</comment>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>All of these must match</source>
        <translation>须全部匹配</translation>
    </message>
    <message>
        <source>left of %1 opportunities/day</source>
        <translation>剩余，共 %1 机会/天</translation>
    </message>
    <message>
        <source>Not known yet: no such hour or opportunity has been seen.</source>
        <translation>尚不清楚：还没有出现过这样的时段或机会。</translation>
    </message>
</context>
<context>
    <name>gavel::documents::DeskDocumentDialog</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>gavel::documents::StoragePolicyDialog</name>
    <message>
        <source>Where old events go</source>
        <translation>旧事件的去向</translation>
    </message>
    <message>
        <source>Retention policy as JSON</source>
        <translation>保留策略（JSON）</translation>
    </message>
    <message>
        <source>Reading the policy…</source>
        <translation>正在读取策略…</translation>
    </message>
    <message>
        <source>Where old events go, as it came with the program</source>
        <translation>旧事件的去向，随程序提供</translation>
    </message>
    <message>
        <source>Where old events go, version %1 by %2</source>
        <translation>旧事件的去向，版本 %1，由 %2 修改</translation>
    </message>
    <message>
        <source>All understood; 0 days is never</source>
        <translation>全部可读；0 天表示从不</translation>
    </message>
    <message>
        <source>As it is in force; 0 days is never</source>
        <translation>即生效版本；0 天表示从不</translation>
    </message>
</context>
<context>
    <name>gavel::documents::SubscribersDialog</name>
    <message>
        <source>Subscribers as JSON</source>
        <translation>订阅者（JSON）</translation>
    </message>
    <message>
        <source>Reading the subscribers…</source>
        <translation>正在读取订阅者…</translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>%n 个订阅者</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all understood</source>
        <comment>subscribers</comment>
        <translation>%1，全部可读</translation>
    </message>
    <message>
        <source>%1, as they are in force</source>
        <comment>subscribers</comment>
        <translation>%1，即生效版本</translation>
    </message>
    <message>
        <source>alert: alerts with least_level, rules and groups. metric: of ad or campaign, spans of minute, hour or day.</source>
        <translation>alert：alerts 中写 least_level、rules、groups。metric：of 写 ad 或 campaign，spans 写 minute、hour 或 day。</translation>
    </message>
    <message>
        <source>event: events such as impression or click, quarantined true or false. metric and event: campaigns, sources.</source>
        <translation>event：events 写 impression、click 等，quarantined 写 true 或 false。metric 与 event：campaigns、sources。</translation>
    </message>
    <message>
        <source>fields: what goes out, and under which name. batch: most_messages, most_bytes, most_wait_ms.</source>
        <translation>fields：发出的字段及其名称。batch：most_messages、most_bytes、most_wait_ms。</translation>
    </message>
    <message>
        <source>Who is told: only this console</source>
        <translation>通知谁：仅此控制台</translation>
    </message>
    <message>
        <source>Who is told, version %1 by %2</source>
        <translation>通知谁，版本 %1，由 %2 修改</translation>
    </message>
    <message>
        <source>Who is told of alerts, metrics, events and batches</source>
        <translation>告警、指标、事件和批次通知谁</translation>
    </message>
    <message>
        <source>messages: what one is told, one of alert, metric, event and batch; alerts without it.</source>
        <translation>messages：接收的内容，alert、metric、event、batch 之一；省略时为告警。</translation>
    </message>
    <message>
        <source>batch: with its moves; states such as validation_failed take those that had one, sources those of a source.</source>
        <translation>batch：连同其状态变化；states（如 validation_failed）选取经过该状态的批次，sources 选取某个来源的批次。</translation>
    </message>
</context>
<context>
    <name>gavel::overview::AlertDelegate</name>
    <message>
        <source>Show moment</source>
        <translation>查看时刻</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>查看来源</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Silence…</source>
        <translation>静默…</translation>
    </message>
    <message>
        <source>End the silence</source>
        <translation>结束静默</translation>
    </message>
</context>
<context>
    <name>gavel::overview::AlertRulesDialog</name>
    <message>
        <source>Rules of alerts</source>
        <translation>告警规则</translation>
    </message>
    <message>
        <source>Rules of alerts as JSON</source>
        <translation>告警规则（JSON）</translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation>正在读取规则…</translation>
    </message>
    <message>
        <source>Rules of alerts, as they came with the program</source>
        <translation>告警规则，随程序提供</translation>
    </message>
    <message>
        <source>Rules of alerts, version %1 by %2</source>
        <translation>告警规则，版本 %1，由 %2 修改</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all understood</source>
        <comment>rules</comment>
        <translation>%1，全部可读</translation>
    </message>
    <message>
        <source>%1, as they are in force</source>
        <comment>rules</comment>
        <translation>%1，即生效版本</translation>
    </message>
</context>
<context>
    <name>gavel::overview::AlertsPanel</name>
    <message>
        <source>Alerts</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4; %5</source>
        <comment>alert: state, rule, subject, value; since</comment>
        <translation>%1：%2 %3，%4；%5</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>全部规则</translation>
    </message>
    <message>
        <source>Nothing is wrong, and nothing was.</source>
        <translation>目前没有告警，此前也没有。</translation>
    </message>
</context>
<context>
    <name>gavel::overview::ExplorePanel</name>
    <message>
        <source>%1, before</source>
        <comment>name</comment>
        <translation>%1（之前）</translation>
    </message>
    <message>
        <source>Chart</source>
        <comment>show the chart</comment>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <comment>show the table</comment>
        <translation>表格</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Lines of the rows</source>
        <translation>各行曲线</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Compare with before</source>
        <translation>与之前对比</translation>
    </message>
    <message>
        <source>As long a time, right before the window.</source>
        <translation>紧接窗口之前的等长时段。</translation>
    </message>
    <message>
        <source>Space gives a row its line, or takes it.</source>
        <translation>空格键为该行加上或去掉曲线。</translation>
    </message>
    <message>
        <source>Reading the counters</source>
        <translation>正在读取计数</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nothing is counted yet.</source>
        <translation>尚无计数。</translation>
    </message>
    <message>
        <source>Nothing was counted in this window.</source>
        <translation>此窗口内没有计数。</translation>
    </message>
    <message>
        <source>Show everything counted</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>moments</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
    <message>
        <source>%1; %2; from %3 on it may still grow</source>
        <comment>window, rows, time</comment>
        <translation>%1；%2；%3 起仍可能增加</translation>
    </message>
    <message>
        <source>%1; %2; %3 events are not counted yet</source>
        <comment>window, rows, number</comment>
        <translation>%1；%2；尚有 %3 个事件未计数</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <comment>window, rows</comment>
        <translation>%1；%2</translation>
    </message>
</context>
<context>
    <name>gavel::overview::ExploreWords</name>
    <message>
        <source>before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Of everything that is counted in the window.</source>
        <translation>占窗口内全部计数的比例。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>走势</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>竞得</translation>
    </message>
    <message>
        <source>Impressions</source>
        <translation>展示</translation>
    </message>
    <message>
        <source>Viewable</source>
        <translation>可见展示</translation>
    </message>
    <message>
        <source>Clicks</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>已隔离</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>媒体收入</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>转化价值</translation>
    </message>
    <message>
        <source>CTR</source>
        <translation>CTR</translation>
    </message>
    <message>
        <source>CVR</source>
        <translation>CVR</translation>
    </message>
    <message>
        <source>CPC</source>
        <translation>CPC</translation>
    </message>
    <message>
        <source>CPM</source>
        <translation>CPM</translation>
    </message>
    <message>
        <source>CPA</source>
        <translation>CPA</translation>
    </message>
    <message>
        <source>ROAS</source>
        <translation>ROAS</translation>
    </message>
    <message>
        <source>Viewability</source>
        <translation>可见率</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>竞得率</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Unique users</source>
        <translation>独立用户</translation>
    </message>
    <message>
        <source>Whole market</source>
        <translation>整个市场</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Ad</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创意</translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>广告主</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>广告位</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>Range of the page</source>
        <translation>页面的时间范围</translation>
    </message>
    <message>
        <source>Last 1 h</source>
        <translation>近 1 小时</translation>
    </message>
    <message>
        <source>Last 4 h</source>
        <translation>近 4 小时</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>近 1 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>Everything counted</source>
        <translation>全部计数</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>measure, currency</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Attributed clicks</source>
        <translation>已归因点击</translation>
    </message>
    <message>
        <source>Attributed conversions</source>
        <translation>已归因转化</translation>
    </message>
    <message>
        <source>Attributed revenue</source>
        <translation>已归因转化价值</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>人群</translation>
    </message>
</context>
<context>
    <name>gavel::overview::LatencyPanel</name>
    <message>
        <source>Auction latency</source>
        <translation>竞拍延迟</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>whole auctions, ms</source>
        <translation>整个竞拍，ms</translation>
    </message>
    <message>
        <source>limit %1 ms</source>
        <translation>时限 %1 ms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>chart line: last value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gavel::overview::LogPanel</name>
    <message>
        <source>Event log</source>
        <translation>事件日志</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>log line: time, subject, what happened</comment>
        <translation>%1 %2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), newest first</source>
        <translation>
            <numerusform>%n 行，最新在前</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>还没有发生任何事件。</translation>
    </message>
    <message>
        <source>Enter shows the moment of a mark, F2 changes yours, Del removes it.</source>
        <translation>Enter 显示标记的时刻，F2 修改您的注释，Del 将其删除。</translation>
    </message>
</context>
<context>
    <name>gavel::overview::MarkDialog</name>
    <message>
        <source>Mark a moment</source>
        <translation>标记时刻</translation>
    </message>
    <message>
        <source>Change an annotation</source>
        <translation>修改注释</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>添加注释</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>What happened, in one line</source>
        <translation>发生了什么，一行写完</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Text: say what happened.</source>
        <translation>文字：请写明发生了什么。</translation>
    </message>
    <message>
        <source>Text: at most %1 characters.</source>
        <translation>文字：最多 %1 个字符。</translation>
    </message>
    <message>
        <source>Moment: write it as 2026-03-20 14:32:07, or as 14:32 of the same day.</source>
        <translation>时刻：请写成 2026-03-20 14:32:07，或同一天的 14:32。</translation>
    </message>
    <message>
        <source>All charts of this page show it, and it stays in the workspace.</source>
        <translation>本页所有图表都会显示它，并保存在工作区中。</translation>
    </message>
</context>
<context>
    <name>gavel::overview::MarkWords</name>
    <message>
        <source>fires: %1</source>
        <comment>name of an alert</comment>
        <translation>触发：%1</translation>
    </message>
    <message>
        <source>is over: %1</source>
        <comment>name of an alert</comment>
        <translation>已结束：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>moment of a chart: whose, what happened</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>by itself</source>
        <comment>who marked a moment</comment>
        <translation>自动</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>moment of a chart: time, words</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>moment of a chart: words, who</comment>
        <translation>%1（%2）</translation>
    </message>
</context>
<context>
    <name>gavel::overview::OverviewPage</name>
    <message>
        <source>No market runs.</source>
        <translation>没有市场在运行。</translation>
    </message>
    <message>
        <source>The charts show the present.</source>
        <translation>图表显示的已是实时数据。</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>没有待处理事项。</translation>
    </message>
    <message>
        <source>Select one of the seven numbers first.</source>
        <translation>请先在七个数字中选择一个。</translation>
    </message>
    <message>
        <source>Real traffic does not pause.</source>
        <translation>真实流量不能暂停。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Real traffic; amounts are charged.</source>
        <translation>真实流量；会实际扣费。</translation>
    </message>
    <message>
        <source>Simulated traffic; nothing is charged.</source>
        <translation>模拟流量；不会扣费。</translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation>打开演练</translation>
    </message>
    <message>
        <source>The run is being repeated.</source>
        <translation>正在重新运行。</translation>
    </message>
    <message>
        <source>Acknowledged: %1.</source>
        <translation>已确认：%1。</translation>
    </message>
    <message>
        <source>The silence has ended.</source>
        <translation>静默已结束。</translation>
    </message>
    <message>
        <source>Version %1 of the rules is in force.</source>
        <translation>规则版本 %1 已生效。</translation>
    </message>
    <message>
        <source>Select an alert that fires first.</source>
        <translation>请先选择一个触发中的告警。</translation>
    </message>
    <message>
        <source>Version %1 of the subscribers is in force.</source>
        <translation>订阅者版本 %1 已生效。</translation>
    </message>
    <message>
        <source>The explorer shows nothing.</source>
        <translation>探索面板没有内容。</translation>
    </message>
    <message>
        <source>Select a row of the explorer first.</source>
        <translation>请先选择探索面板中的一行。</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) copied as CSV.</source>
        <translation>
            <numerusform>已将 %n 行复制为 CSV。</numerusform>
        </translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>添加注释</translation>
    </message>
    <message>
        <source>Mark the moment of the cursor (%1).</source>
        <translation>标记光标所在的时刻（%1）。</translation>
    </message>
    <message>
        <source>Annotate…</source>
        <translation>添加注释…</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>The program wrote this one.</source>
        <translation>这条由程序写入。</translation>
    </message>
    <message>
        <source>Select an annotation in the event log first.</source>
        <translation>请先在事件日志中选择一条注释。</translation>
    </message>
    <message>
        <source>remove annotation &quot;%1&quot;</source>
        <translation>删除注释“%1”</translation>
    </message>
    <message>
        <source>annotation &quot;%1&quot;</source>
        <translation>注释“%1”</translation>
    </message>
    <message>
        <source>change annotation &quot;%1&quot;</source>
        <translation>修改注释“%1”</translation>
    </message>
    <message>
        <source>The moment is marked.</source>
        <translation>该时刻已标记。</translation>
    </message>
    <message>
        <source>The annotation is removed.</source>
        <translation>注释已删除。</translation>
    </message>
</context>
<context>
    <name>gavel::overview::PublisherPanel</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>其他 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n publisher(s)</source>
        <translation>
            <numerusform>%n 个媒体</numerusform>
        </translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Publisher revenue</source>
        <translation>媒体收入</translation>
    </message>
    <message>
        <source>since the start, %1</source>
        <translation>开始至今，%1</translation>
    </message>
    <message>
        <source>This market has no publishers.</source>
        <translation>此市场没有媒体。</translation>
    </message>
    <message>
        <source>paid %1 = earned %2 + fees %3</source>
        <translation>实付 %1 = 收入 %2 + 费用 %3</translation>
    </message>
    <message>
        <source>paid %1 is not earned %2 + fees %3: the difference is %4</source>
        <translation>实付 %1 不等于收入 %2 + 费用 %3：相差 %4</translation>
    </message>
</context>
<context>
    <name>gavel::overview::RangeBar</name>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Last 15 min</source>
        <translation>近 15 分钟</translation>
    </message>
    <message>
        <source>Last 1 h</source>
        <translation>近 1 小时</translation>
    </message>
    <message>
        <source>Last 4 h</source>
        <translation>近 4 小时</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>近 1 天</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>One step earlier ([)</source>
        <translation>前移一步 ([)</translation>
    </message>
    <message>
        <source>One step later (])</source>
        <translation>后移一步 (])</translation>
    </message>
    <message>
        <source>Zoom out (Z)</source>
        <translation>缩小 (Z)</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>%1  %2–%3</source>
        <comment>span, from, to</comment>
        <translation>%1  %2–%3</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <comment>from, to</comment>
        <translation>%1–%2</translation>
    </message>
</context>
<context>
    <name>gavel::overview::SilenceDialog</name>
    <message>
        <source>Silence an alert</source>
        <translation>静默告警</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>静默</translation>
    </message>
    <message>
        <source>Only this: %1 · %2</source>
        <translation>仅此告警：%1 · %2</translation>
    </message>
    <message>
        <source>The rule, whatever it is about: %1</source>
        <translation>此规则的全部告警：%1</translation>
    </message>
    <message>
        <source>Every rule about %1</source>
        <translation>与 %1 有关的全部规则</translation>
    </message>
    <message>
        <source>What</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why nobody needs to hear of it</source>
        <translation>为何无需通知</translation>
    </message>
    <message>
        <source>the whole desk</source>
        <translation>整个控制台</translation>
    </message>
    <message numerus="yes">
        <source>It would mute %n alert(s) that are active now. What fires is still kept and listed, but nobody is told.</source>
        <translation>
            <numerusform>将静默当前 %n 个活动告警。触发的告警仍会记录并列出，但不再通知。</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请说明原因。</translation>
    </message>
    <message>
        <source>Silenced for %1.</source>
        <translation>已静默 %1。</translation>
    </message>
</context>
<context>
    <name>gavel::overview::SpendPanel</name>
    <message>
        <source>Spend against plan</source>
        <translation>消耗与计划</translation>
    </message>
    <message>
        <source>today, %1; the line marks the plan by now</source>
        <translation>今日，%1；竖线为当前计划</translation>
    </message>
    <message>
        <source>This market has no campaigns.</source>
        <translation>此市场没有广告活动。</translation>
    </message>
</context>
<context>
    <name>gavel::overview::ThroughputPanel</name>
    <message>
        <source>Market throughput</source>
        <translation>市场吞吐量</translation>
    </message>
    <message>
        <source>Chart</source>
        <comment>show the chart</comment>
        <translation>图表</translation>
    </message>
    <message>
        <source>Table</source>
        <comment>show the table</comment>
        <translation>表格</translation>
    </message>
    <message>
        <source>per second of market time, as of %1</source>
        <translation>每秒市场时间，截至 %1</translation>
    </message>
    <message>
        <source>Bids</source>
        <comment>chart line</comment>
        <translation>出价</translation>
    </message>
    <message>
        <source>Auctions</source>
        <comment>chart line</comment>
        <translation>竞拍</translation>
    </message>
    <message>
        <source>Wins</source>
        <comment>chart line</comment>
        <translation>竞得</translation>
    </message>
</context>
<context>
    <name>gavel::overview::TileRow</name>
    <message>
        <source>Auctions</source>
        <comment>tile</comment>
        <translation>竞拍</translation>
    </message>
    <message>
        <source>Auctions in a second of market time. Opens the auctions.</source>
        <translation>每秒市场时间的竞拍数。点击打开竞拍。</translation>
    </message>
    <message>
        <source>Bids</source>
        <comment>tile</comment>
        <translation>出价</translation>
    </message>
    <message>
        <source>Bids in a second of market time. Opens the auctions that had a bid.</source>
        <translation>每秒市场时间的出价数。点击打开有出价的竞拍。</translation>
    </message>
    <message>
        <source>Win rate</source>
        <comment>tile</comment>
        <translation>竞得率</translation>
    </message>
    <message>
        <source>Wins by bids. Opens the auctions that were won.</source>
        <translation>竞得数与出价数之比。点击打开已竞得的竞拍。</translation>
    </message>
    <message>
        <source>Fill</source>
        <comment>tile</comment>
        <translation>填充</translation>
    </message>
    <message>
        <source>Auctions with a winner. Opens those without one.</source>
        <translation>有竞得方的竞拍占比。点击打开无人竞得的竞拍。</translation>
    </message>
    <message>
        <source>Clearing CPM</source>
        <comment>tile</comment>
        <translation>成交 CPM</translation>
    </message>
    <message>
        <source>Paid for a thousand impressions. Opens the auctions that were won.</source>
        <translation>千次展示实付。点击打开已竞得的竞拍。</translation>
    </message>
    <message>
        <source>Auction p99</source>
        <comment>tile</comment>
        <translation>竞拍 p99</translation>
    </message>
    <message>
        <source>99 of 100 auctions are faster. Opens the auctions with late answers.</source>
        <translation>100 次竞拍中有 99 次更快。点击打开有超时应答的竞拍。</translation>
    </message>
    <message>
        <source>Spend today</source>
        <comment>tile</comment>
        <translation>今日消耗</translation>
    </message>
    <message>
        <source>Spent by all campaigns on their day. Opens the campaigns.</source>
        <translation>所有广告活动当日的消耗。点击打开广告活动。</translation>
    </message>
    <message>
        <source>The number is the mean of the last %1.</source>
        <translation>数字是最近 %1 的平均值。</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <comment>difference, time</comment>
        <translation>%1，自 %2</translation>
    </message>
    <message>
        <source>/s</source>
        <comment>per second, after a number</comment>
        <translation>/s</translation>
    </message>
    <message>
        <source>ms</source>
        <comment>milliseconds</comment>
        <translation>ms</translation>
    </message>
    <message>
        <source>−%1 ms since %2</source>
        <comment>less</comment>
        <translation>−%1 ms，自 %2</translation>
    </message>
    <message>
        <source>+%1 ms since %2</source>
        <comment>more</comment>
        <translation>+%1 ms，自 %2</translation>
    </message>
    <message>
        <source>no plan for the day</source>
        <translation>当日无计划</translation>
    </message>
    <message>
        <source>%1 to plan %2</source>
        <comment>distance, planned amount</comment>
        <translation>%1，较计划 %2</translation>
    </message>
</context>
<context>
    <name>gavel::overview::VerdictBar</name>
    <message>
        <source>What needs you</source>
        <translation>待处理事项</translation>
    </message>
    <message>
        <source>Previous thing that needs you</source>
        <translation>上一个待处理事项</translation>
    </message>
    <message>
        <source>Next thing that needs you</source>
        <translation>下一个待处理事项</translation>
    </message>
    <message>
        <source>No market runs. Open a scenario or go live on the Training page.</source>
        <translation>没有市场在运行。请在“演练”页打开场景，或切到真实流量。</translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation>打开演练</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need you:</source>
        <translation>
            <numerusform>%n 件事待处理：</numerusform>
        </translation>
    </message>
    <message>
        <source>One thing needs you:</source>
        <translation>1 件事待处理：</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translation>没有待处理事项。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which of the things that need you</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>gavel::pages::CampaignsPage</name>
    <message numerus="yes">
        <source>The draft with %n change(s) was kept.</source>
        <translation>
            <numerusform>已保留含 %n 处更改的草稿。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are live.</source>
        <translation>
            <numerusform>%n 处更改已上线。</numerusform>
        </translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Edits stay in the draft until you publish.</source>
        <translation>编辑内容留在草稿中，直到发布。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>New campaign</source>
        <translation>新建广告活动</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Kept in the workspace.</source>
        <translation>已存入工作区。</translation>
    </message>
    <message>
        <source>Keeping…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>The draft cannot be kept: %1</source>
        <translation>草稿无法保存：%1</translation>
    </message>
    <message>
        <source>There is no campaign “%1”.</source>
        <translation>没有广告活动“%1”。</translation>
    </message>
    <message>
        <source>%1 has no bid that can be set to %2.</source>
        <translation>%1 没有可设为 %2 的出价。</translation>
    </message>
    <message>
        <source>bid of %1 to %2</source>
        <comment>undo</comment>
        <translation>%1 的出价改为 %2</translation>
    </message>
    <message>
        <source>The bid of %1 is %2 in the draft.</source>
        <translation>草稿中 %1 的出价为 %2。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>没有市场在运行。</translation>
    </message>
    <message>
        <source>The draft holds no change.</source>
        <translation>草稿没有更改。</translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation>未选择广告活动。</translation>
    </message>
    <message>
        <source>Check campaigns first, with Space.</source>
        <translation>请先用空格键勾选广告活动。</translation>
    </message>
    <message>
        <source>The table is not filtered.</source>
        <translation>表格没有筛选。</translation>
    </message>
    <message>
        <source>No campaign of the draft breaks a rule.</source>
        <translation>草稿中没有违反规则的广告活动。</translation>
    </message>
    <message>
        <source>new campaign %1</source>
        <comment>undo</comment>
        <translation>新建广告活动 %1</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1，副本</translation>
    </message>
    <message>
        <source>copy of %1</source>
        <comment>undo</comment>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>removal of %1</source>
        <comment>undo</comment>
        <translation>移除 %1</translation>
    </message>
    <message numerus="yes">
        <source>removal of %n campaign(s)</source>
        <comment>undo</comment>
        <translation>
            <numerusform>移除 %n 个活动</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft was discarded. Undo brings it back.</source>
        <translation>草稿已放弃。撤销可恢复。</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show its auctions</source>
        <translation>显示其竞拍</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>As it is live</source>
        <translation>恢复为线上</translation>
    </message>
    <message>
        <source>%1 as it is live</source>
        <comment>undo</comment>
        <translation>%1 恢复为线上</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>Checking %n campaign(s)…</source>
        <translation>
            <numerusform>正在检查 %n 个活动…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::pages::MarketPage</name>
    <message>
        <source>Market</source>
        <translation>市场</translation>
    </message>
    <message>
        <source>The newest %1 auctions; one opened below.</source>
        <translation>最新 %1 次竞拍；下方打开了其中一次。</translation>
    </message>
    <message>
        <source>The newest %1 auctions.</source>
        <translation>最新 %1 次竞拍。</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Previous auction</source>
        <translation>上一次竞拍</translation>
    </message>
    <message>
        <source>Next auction</source>
        <translation>下一次竞拍</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Select an auction first.</source>
        <translation>请先选择一次竞拍。</translation>
    </message>
    <message>
        <source>No auction of this list has its full story.</source>
        <translation>此列表中没有保留完整记录的竞拍。</translation>
    </message>
    <message>
        <source>Apply as filter: %1</source>
        <translation>应用筛选：%1</translation>
    </message>
    <message>
        <source>And %1</source>
        <comment>added to the filter</comment>
        <translation>并且 %1</translation>
    </message>
    <message>
        <source>Prepare as filter: %1</source>
        <translation>填入筛选：%1</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>没有市场在运行。</translation>
    </message>
    <message>
        <source>Select an auction whose full story was kept.</source>
        <translation>请选择一次保留了完整记录的竞拍。</translation>
    </message>
    <message>
        <source>No filter is applied.</source>
        <translation>没有应用筛选。</translation>
    </message>
    <message>
        <source>Needs the full story of an auction.</source>
        <translation>需要竞拍的完整记录。</translation>
    </message>
    <message>
        <source>The full story of this auction was not kept.</source>
        <translation>此次竞拍未保留完整记录。</translation>
    </message>
    <message>
        <source>The full story of this auction was not kept. It is for each match from now on.</source>
        <translation>此次竞拍未保留完整记录。从现在起，每次匹配都会保留。</translation>
    </message>
    <message>
        <source>The run is being repeated.</source>
        <translation>正在重新运行。</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::ActsDialog</name>
    <message>
        <source>What people did about subscribers</source>
        <translation>对订阅者的操作记录</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Nobody did anything about subscribers yet.</source>
        <translation>还没有人对订阅者做过任何操作。</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::AddressForm</name>
    <message>
        <source>Events at</source>
        <translation>事件位置</translation>
    </message>
    <message>
        <source>/events; nothing: a page is their list</source>
        <translation>/events；留空：整页就是列表</translation>
    </message>
    <message>
        <source>Next cursor at</source>
        <translation>下一游标位置</translation>
    </message>
    <message>
        <source>/next, or a header: X-Next</source>
        <translation>/next，或响应头：X-Next</translation>
    </message>
    <message>
        <source>Cursor is sent as</source>
        <translation>游标参数名</translation>
    </message>
    <message>
        <source>after; or write {cursor} in the address</source>
        <translation>after；或在地址中写 {cursor}</translation>
    </message>
    <message>
        <source>First cursor</source>
        <translation>起始游标</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>This host is meant, although private or with another port</source>
        <translation>确实要访问此主机，即使是内网或其他端口</translation>
    </message>
    <message>
        <source>60 s, a third party</source>
        <translation>60 秒，第三方</translation>
    </message>
    <message>
        <source>30 s, an ad server</source>
        <translation>30 秒，广告服务器</translation>
    </message>
    <message>
        <source>10 s, metrics</source>
        <translation>10 秒，指标</translation>
    </message>
    <message>
        <source>Waits at most</source>
        <translation>最长等待</translation>
    </message>
    <message>
        <source>Authorization: Bearer …, one a line</source>
        <translation>Authorization: Bearer …，每行一个</translation>
    </message>
    <message>
        <source>Request headers</source>
        <translation>请求头</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::BatchDiagram</name>
    <message>
        <source>Collection</source>
        <translation>采集</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>校验</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>Transformation</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Distribution</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>Show the batches that are %1.</source>
        <translation>显示处于“%1”的批次。</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::BatchesView</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n batch(es)</source>
        <translation>
            <numerusform>最新的 %n 个批次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of the newest %n batch(es)</source>
        <translation>
            <numerusform>最新 %n 个批次中的 %1 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>Positions %1 to %2 of %3
Events %4 to %5 of the log
Hash of what came: %6
Hash of what was stored: %7</source>
        <translation>%3 的位置 %1 至 %2
日志的事件 %4 至 %5
收到内容的哈希：%6
存储内容的哈希：%7</translation>
    </message>
    <message>
        <source>States of the batches</source>
        <translation>批次状态</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Numbers it touched</source>
        <translation>影响的数字</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Steps of the batch</source>
        <translation>批次的步骤</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeadDeliveries</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Given up at</source>
        <translation>放弃时间</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Last reason</source>
        <translation>最后原因</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) for the redrive</source>
        <translation>
            <numerusform>%n 条等待重投</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open one(s) selected</source>
        <translation>
            <numerusform>已选 %n 条待处理</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n dead deliveries</source>
        <translation>
            <numerusform>最新 %n 条死投递</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dead deliveries</source>
        <translation>
            <numerusform>%n 条死投递</numerusform>
        </translation>
    </message>
    <message>
        <source>No open dead delivery is selected.</source>
        <translation>未选择待处理的死投递。</translation>
    </message>
    <message>
        <source>No delivery to %1 was ever given up.</source>
        <translation>发往 %1 的投递从未被放弃。</translation>
    </message>
    <message>
        <source>No dead delivery to %1 waits for you.</source>
        <translation>没有发往 %1 的死投递等您处理。</translation>
    </message>
    <message>
        <source>Show every group</source>
        <translation>显示所有组</translation>
    </message>
    <message>
        <source>No dead delivery waits for you.</source>
        <translation>没有死投递等您处理。</translation>
    </message>
    <message>
        <source>Show any state</source>
        <translation>显示所有状态</translation>
    </message>
    <message>
        <source>No delivery was ever given up.</source>
        <translation>从未有投递被放弃。</translation>
    </message>
    <message>
        <source>Every group</source>
        <translation>所有组</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>仅 %1</translation>
    </message>
    <message>
        <source>Groups that are listed</source>
        <translation>列出的组</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>待处理</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>States that are listed</source>
        <translation>列出的状态</translation>
    </message>
    <message>
        <source>Show older</source>
        <translation>显示更早的</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>重投…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Dead deliveries</source>
        <translation>死投递</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeadPanel</name>
    <message>
        <source>Filter of the dead letters</source>
        <translation>死信的筛选</translation>
    </message>
    <message>
        <source>Dead letters</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>kept, counted, never billed</source>
        <translation>保留、计数、绝不计费</translation>
    </message>
    <message>
        <source>Dead letters per minute</source>
        <translation>每分钟死信</translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation>筛选，例如 %1</translation>
    </message>
    <message>
        <source>Dead letters per minute, %1 to %2</source>
        <translation>每分钟死信，%1 至 %2</translation>
    </message>
    <message>
        <source>No dead letter waits. Every event was stored, or known already.</source>
        <translation>没有死信等待。每个事件都已存储，或早已知道。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more, newest %2</source>
        <comment>source, time</comment>
        <translation>
            <numerusform>%1 及另外 %n 个，最新 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, newest %2</source>
        <comment>source, time</comment>
        <translation>%1，最新 %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>source, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>By rule %1</source>
        <translation>按规则 %1</translation>
    </message>
    <message>
        <source>Each %1</source>
        <translation>逐条 %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rules, sources</comment>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 个来源</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>%1 checked</source>
        <translation>已勾选 %1 条</translation>
    </message>
    <message>
        <source>%1 older ones wait</source>
        <translation>还有 %1 条更早的在等待</translation>
    </message>
    <message>
        <source>%1 others wait outside the filter</source>
        <translation>筛选之外还有 %1 条在等待</translation>
    </message>
    <message>
        <source>The filter hides all.</source>
        <translation>筛选隐藏了全部。</translation>
    </message>
    <message>
        <source>Space checks a row.</source>
        <translation>按空格勾选一行。</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeadRows</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>reason, source and time, number</comment>
        <translation>%1，%2，%3</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::Deliveries</name>
    <message numerus="yes">
        <source>Redrive %n dead delivery(s)</source>
        <translation>
            <numerusform>重投 %n 条死投递</numerusform>
        </translation>
    </message>
    <message>
        <source>Redrive</source>
        <translation>重投</translation>
    </message>
    <message>
        <source>Each is sent again under its old key, with as many tries as a new one. What nobody takes is dead again.</source>
        <translation>每条都用原来的键重新发送，尝试次数与新投递相同。无人接收的会再次成为死投递。</translation>
    </message>
    <message>
        <source>One of a group goes out each second.</source>
        <translation>每组每秒发出一条。</translation>
    </message>
    <message>
        <source>%1 redriven.</source>
        <comment>dead deliveries</comment>
        <translation>已重投 %1 条。</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n dead delivery(s)</source>
        <translation>
            <numerusform>放弃 %n 条死投递</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>stands beside each delivery</source>
        <translation>写在每条投递旁</translation>
    </message>
    <message>
        <source>They stay listed as discarded, and are never sent. This cannot be undone.</source>
        <translation>它们保留为“已放弃”，不再发送。此操作无法撤销。</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>需要原因。</translation>
    </message>
    <message>
        <source>%1 discarded.</source>
        <comment>dead deliveries</comment>
        <translation>已放弃 %1 条。</translation>
    </message>
    <message>
        <source>%1 %2 refused: %3</source>
        <comment>sentence, number, reason</comment>
        <translation>%1%2 条被拒绝：%3</translation>
    </message>
    <message>
        <source>%1 took the test.</source>
        <comment>a subscriber</comment>
        <translation>%1 收到了测试。</translation>
    </message>
    <message>
        <source>Version %1 of the subscribers is in force.</source>
        <translation>订阅者版本 %1 已生效。</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::DeliveryDetail</name>
    <message>
        <source>Given up %1: %2</source>
        <comment>time, reason</comment>
        <translation>%1 放弃：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n tries in all</source>
        <translation>
            <numerusform>共尝试 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 by %3: %4</source>
        <comment>state, time, person, reason</comment>
        <translation>%1，%2，%3：%4</translation>
    </message>
    <message>
        <source>%1 %2 by %3</source>
        <comment>state, time, person</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>state, time</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>No dead delivery is selected.</source>
        <translation>未选择死投递。</translation>
    </message>
    <message>
        <source>The body as it was sent</source>
        <translation>发送时的正文</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::EquationStrip</name>
    <message>
        <source>No full minute has passed yet.</source>
        <translation>还没有过完整的一分钟。</translation>
    </message>
    <message>
        <source>Last full minute, %1: received %2 = stored %3 + duplicate %4 + dead %5 + refused %6</source>
        <translation>上一整分钟 %1：收到 %2 = 存储 %3 + 重复 %4 + 死信 %5 + 拒收 %6</translation>
    </message>
    <message>
        <source>nothing missing</source>
        <translation>没有缺失</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>缺失 %1</translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation>多出 %1</translation>
    </message>
    <message>
        <source>of the stored: %1 repaired; %2 in quarantine, not billed</source>
        <translation>已存储中：修复 %1；隔离 %2，不计费</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what is missing, sources</comment>
        <translation>%2：%1</translation>
    </message>
    <message>
        <source>it does not add up</source>
        <translation>数目不符</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FeedDialog</name>
    <message>
        <source>Feed a file</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Feed</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>told from the name</source>
        <translation>按名称判断</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>CSV with a header</source>
        <translation>带表头的 CSV</translation>
    </message>
    <message>
        <source>File, folder or address</source>
        <translation>文件、文件夹或地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>made of the path</source>
        <translation>取自路径</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Look again every</source>
        <translation>再次查看间隔</translation>
    </message>
    <message>
        <source>once; or seconds, 60</source>
        <translation>一次；或秒数，如 60</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Ours</source>
        <translation>我方</translation>
    </message>
    <message>
        <source>Fields with our names need no row.</source>
        <translation>名称与我方相同的字段不需要一行。</translation>
    </message>
    <message>
        <source>Folder to feed</source>
        <translation>要导入的文件夹</translation>
    </message>
    <message>
        <source>File to feed</source>
        <translation>要导入的文件</translation>
    </message>
    <message>
        <source>Events (*.jsonl *.json *.csv *.gz *.zst)</source>
        <translation>事件 (*.jsonl *.json *.csv *.gz *.zst)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不取</translation>
    </message>
    <message>
        <source>Our name of row %1</source>
        <translation>第 %1 行的我方名称</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>name a file, a folder or an address</source>
        <translation>写出文件、文件夹或地址</translation>
    </message>
    <message>
        <source>look again every</source>
        <translation>再次查看间隔</translation>
    </message>
    <message>
        <source>write seconds from 1 to %1, or nothing</source>
        <translation>写 1 至 %1 的秒数，或留空</translation>
    </message>
    <message>
        <source>an address is looked at again and again</source>
        <translation>地址要反复查看</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>row %1 has no name of theirs</source>
        <translation>第 %1 行没有对方的名称</translation>
    </message>
    <message numerus="yes">
        <source>The address is asked every %1 s, with %n field(s) renamed.</source>
        <translation>
            <numerusform>每 %1 秒询问该地址，%n 个字段改名。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is there is read once, with %n field(s) renamed.</source>
        <translation>
            <numerusform>现有内容读取一次，%n 个字段改名。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What is there is read, then what is new every %1 s, with %n field(s) renamed.</source>
        <translation>
            <numerusform>先读取现有内容，再每 %1 秒读取新内容，%n 个字段改名。</numerusform>
        </translation>
    </message>
    <message>
        <source>Events that are stored already count once.</source>
        <translation>已存储的事件只计一次。</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>seconds, 60</source>
        <translation>秒数，如 60</translation>
    </message>
    <message>
        <source>made of the host</source>
        <translation>取自主机名</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FieldModel</name>
    <message>
        <source>same</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>已去掉</translation>
    </message>
    <message>
        <source>typed</source>
        <translation>手工输入</translation>
    </message>
    <message>
        <source>fails a rule</source>
        <translation>不合规则</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>F2 types a value, Del takes the field away.</source>
        <translation>F2 输入值，Del 去掉字段。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Original, kept</source>
        <translation>原值，保留</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复后</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方法</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FieldTable</name>
    <message>
        <source>As it was</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Take the field away</source>
        <translation>去掉字段</translation>
    </message>
    <message>
        <source>Fields of the event</source>
        <translation>事件的字段</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::FlowView</name>
    <message>
        <source>%1: %2 per second, backlog %3</source>
        <comment>stage</comment>
        <translation>%1：每秒 %2，积压 %3</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>拒收</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Dead letter</source>
        <translation>死信</translation>
    </message>
    <message>
        <source>Quarantine</source>
        <translation>隔离</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>/s</source>
        <comment>per second</comment>
        <translation>/秒</translation>
    </message>
    <message>
        <source>backlog %1</source>
        <translation>积压 %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>p99 %1</source>
        <translation>p99 %1</translation>
    </message>
    <message>
        <source>%1 /min</source>
        <comment>in a minute</comment>
        <translation>%1 /分</translation>
    </message>
    <message>
        <source>%1: %2 events since the start, backlog %3 of at most %4</source>
        <comment>stage</comment>
        <translation>%1：启动以来 %2 个事件，积压 %3，上限 %4</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::LineDialog</name>
    <message>
        <source>It is stored as it came.</source>
        <translation>按收到的样子存储。</translation>
    </message>
    <message>
        <source>The line as it came</source>
        <translation>收到的原始行</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::MinuteBars</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>at most %1, at %2</source>
        <comment>number, time</comment>
        <translation>最多 %1，在 %2</translation>
    </message>
    <message>
        <source>%1: %2 dead letters</source>
        <comment>time, number</comment>
        <translation>%1：%2 条死信</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::PipelinePage</name>
    <message>
        <source>Pipeline</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>Every event is stored once, or you see here why not.</source>
        <translation>每个事件只存储一次，否则在此可见原因。</translation>
    </message>
    <message>
        <source>Trace a number…</source>
        <translation>追溯数字…</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Feed a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Replay…</source>
        <translation>重放…</translation>
    </message>
    <message>
        <source>Asking the pipeline…</source>
        <translation>正在询问管道…</translation>
    </message>
    <message>
        <source>Replay, %1</source>
        <translation>重放 %1</translation>
    </message>
    <message>
        <source>No dead letter is selected.</source>
        <translation>未选择死信。</translation>
    </message>
    <message>
        <source>No open dead letter is shown.</source>
        <translation>没有显示待处理的死信。</translation>
    </message>
    <message>
        <source>No dead letter is shown.</source>
        <translation>没有显示死信。</translation>
    </message>
    <message>
        <source>The filter is empty.</source>
        <translation>筛选为空。</translation>
    </message>
    <message>
        <source>without %1</source>
        <comment>field</comment>
        <translation>不带 %1</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>field, value</comment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>reason, number or value</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more row(s)</source>
        <translation>
            <numerusform>另有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 stored</source>
        <comment>events</comment>
        <translation>%1 条已存储</translation>
    </message>
    <message>
        <source>%1 were duplicates</source>
        <translation>%1 条为重复</translation>
    </message>
    <message>
        <source>%1 are still dead</source>
        <translation>%1 条仍为死信</translation>
    </message>
    <message>
        <source>%1 were not open</source>
        <translation>%1 条不是待处理</translation>
    </message>
    <message numerus="yes">
        <source>Redrive %n dead letter(s)</source>
        <translation>
            <numerusform>重投 %n 条死信</numerusform>
        </translation>
    </message>
    <message>
        <source>Redrive</source>
        <translation>重投</translation>
    </message>
    <message>
        <source>Each is judged again by the rules in force.</source>
        <translation>每条按生效的规则重新判定。</translation>
    </message>
    <message>
        <source>Each is judged again with %1.</source>
        <translation>每条以 %1 重新判定。</translation>
    </message>
    <message>
        <source>What passes is stored and counted as late; what fails stays here.</source>
        <translation>通过的会存储并按迟到计数；未通过的留在这里。</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n dead letter(s)</source>
        <translation>
            <numerusform>放弃 %n 条死信</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>stands beside each letter</source>
        <translation>写在每条死信旁</translation>
    </message>
    <message>
        <source>They stay listed as discarded with their lines, are never stored and never counted. This cannot be undone.</source>
        <translation>它们连同原始行保留为“已放弃”，不会存储，也不会计数。此操作无法撤销。</translation>
    </message>
    <message>
        <source>A reason is needed.</source>
        <translation>需要原因。</translation>
    </message>
    <message>
        <source>%1 discarded.</source>
        <comment>dead letters</comment>
        <translation>已放弃 %1 条。</translation>
    </message>
    <message>
        <source>Version %1 of the rules holds for the next batch.</source>
        <translation>规则版本 %1 自下一批次起生效。</translation>
    </message>
    <message>
        <source>%1 is a source now.</source>
        <translation>%1 现已成为来源。</translation>
    </message>
    <message>
        <source>Line %1 of %2, %3</source>
        <comment>position, source, state</comment>
        <translation>%2 的第 %1 行，%3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>rule, reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 by %2: %3</source>
        <comment>state, person, reason</comment>
        <translation>%1，由 %2：%3</translation>
    </message>
    <message>
        <source>Raw line</source>
        <translation>原始行</translation>
    </message>
    <message>
        <source>Nothing of it is stored while it is dead.</source>
        <translation>作为死信时不存储任何内容。</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 已暂停。</translation>
    </message>
    <message>
        <source>%1 goes on.</source>
        <translation>%1 继续。</translation>
    </message>
    <message>
        <source>No subscriber is selected among the deliveries.</source>
        <translation>未在投递中选择订阅者。</translation>
    </message>
    <message>
        <source>No open dead delivery is selected.</source>
        <translation>未选择待处理的死投递。</translation>
    </message>
    <message>
        <source>No dead delivery is listed.</source>
        <translation>没有列出死投递。</translation>
    </message>
    <message>
        <source>%1 is read no more; what it brought stays.</source>
        <translation>%1 不再读取；已带来的数据保留。</translation>
    </message>
    <message>
        <source>Only a file or an address is read; the others send.</source>
        <translation>只有文件或地址是被读取的；其他来源自行发送。</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::RepairPanel</name>
    <message>
        <source>%1: %2</source>
        <comment>rule, reason</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>An event with this id is stored: it counts once.</source>
        <translation>此 id 的事件已存储：只计一次。</translation>
    </message>
    <message>
        <source>Stored in quarantine, not billed: %1</source>
        <comment>reason</comment>
        <translation>存入隔离，不计费：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>stage, outcome</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Verdict now</source>
        <translation>当前判定</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what, detail</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>修复</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>血缘</translation>
    </message>
    <message>
        <source>The numbers that its batch touched.</source>
        <translation>其批次影响的数字。</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>The line as it came.</source>
        <translation>收到的原始行。</translation>
    </message>
    <message>
        <source>Only this</source>
        <translation>仅此条</translation>
    </message>
    <message>
        <source>Make a rule…</source>
        <translation>建规则…</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Select a dead letter to see what is wrong with it.</source>
        <translation>选择一条死信，查看它的问题。</translation>
    </message>
    <message>
        <source>%1 of %2 with this reason</source>
        <translation>此原因共 %2 条，第 %1 条</translation>
    </message>
    <message>
        <source>no id</source>
        <translation>无 id</translation>
    </message>
    <message>
        <source>line %1, %2</source>
        <comment>position, source</comment>
        <translation>第 %1 行，%2</translation>
    </message>
    <message>
        <source>%1 by %2 at %3</source>
        <comment>state, person, time</comment>
        <translation>%1，%2，%3</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>批次 %1</translation>
    </message>
    <message>
        <source>%1 events, rules v%2</source>
        <translation>%1 个事件，规则 v%2</translation>
    </message>
    <message>
        <source>event log</source>
        <translation>事件日志</translation>
    </message>
    <message>
        <source>nothing of it is stored</source>
        <translation>没有存储任何内容</translation>
    </message>
    <message>
        <source>positions %1 to %2</source>
        <translation>位置 %1 至 %2</translation>
    </message>
    <message>
        <source>judged</source>
        <translation>已判定</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s), first at %1</source>
        <translation>
            <numerusform>%n 次，首次 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Where this event goes</source>
        <translation>此事件的去向</translation>
    </message>
    <message>
        <source>Redrive %1…</source>
        <translation>重投 %1…</translation>
    </message>
    <message>
        <source>Redrive…</source>
        <translation>重投…</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::ReplayDialog</name>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>计数器</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>停止重放</translation>
    </message>
    <message>
        <source>Every counter is counted anew from the log beside the one in use, compared with it, and put in its place. Events that come meanwhile are counted as always; nothing is sent to subscribers again.</source>
        <translation>在使用中的计数器旁，从日志重新计数每个计数器，比较后再替换。期间到来的事件照常计数；不会再次发送给订阅者。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 of %2 events read, began at %3</source>
        <translation>已读 %2 个事件中的 %1 个，开始于 %3</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>正在计数</translation>
    </message>
    <message>
        <source>The last replay was stopped; the counters are as they were.</source>
        <translation>上次重放已停止；计数器保持原样。</translation>
    </message>
    <message>
        <source>No replay has run since the start.</source>
        <translation>启动以来没有运行过重放。</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::RulesDialog</name>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Lines that fare differently</source>
        <translation>结果不同的行</translation>
    </message>
    <message>
        <source>Try on recent events</source>
        <translation>用最近事件试运行</translation>
    </message>
    <message>
        <source>Rules as JSON</source>
        <translation>JSON 规则</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>With these rules</source>
        <translation>按这些规则</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Try the rules to see which lines would fare differently.</source>
        <translation>试运行规则，看哪些行结果会不同。</translation>
    </message>
    <message>
        <source>Reading the rules…</source>
        <translation>正在读取规则…</translation>
    </message>
    <message>
        <source>Rules, version %1</source>
        <translation>规则，版本 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n 条规则</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, all understood</source>
        <comment>rules</comment>
        <translation>%1，全部可读</translation>
    </message>
    <message>
        <source>%1, as they are in force</source>
        <comment>rules</comment>
        <translation>%1，即生效版本</translation>
    </message>
    <message>
        <source>Judging recent lines with these rules…</source>
        <translation>正在用这些规则判定最近的行…</translation>
    </message>
    <message numerus="yes">
        <source>Of %1 lines %2 would be stored (%3 repaired, %4 in quarantine) and %5 dead; %n would fare differently</source>
        <translation>
            <numerusform>%1 行中 %2 行会存储（%3 行修复，%4 行隔离），%5 行为死信；%n 行结果不同</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::RulesView</name>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Checks and repairs</source>
        <translation>检查与修复</translation>
    </message>
    <message>
        <source>Otherwise</source>
        <translation>否则</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>修复后</translation>
    </message>
    <message numerus="yes">
        <source>Version %1, %n rule(s); the counts began with it</source>
        <translation>
            <numerusform>版本 %1，%n 条规则；计数自该版本起</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Version %1 by %2 since %3, %n rule(s); the counts began with it</source>
        <translation>
            <numerusform>版本 %1，由 %2 自 %3 起，%n 条规则；计数自该版本起</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit the rules…</source>
        <translation>编辑规则…</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::ScoresPanel</name>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>score, points</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测量</translation>
    </message>
    <message>
        <source>%1 is lowest: %2</source>
        <comment>score, what it is made of</comment>
        <translation>%1最低：%2</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::SourcesPanel</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message numerus="yes">
        <source>%n source(s)</source>
        <translation>
            <numerusform>%n 个来源</numerusform>
        </translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>采集器</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>collector, how far it is</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>新鲜度</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Stored or known already, of what was received.</source>
        <translation>收到的事件中已存储或早已知道的比例。</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation>事件/秒</translation>
    </message>
    <message>
        <source>%1 received = %2 stored + %3 duplicate + %4 dead + %5 refused</source>
        <translation>收到 %1 = 存储 %2 + 重复 %3 + 死信 %4 + 拒收 %5</translation>
    </message>
    <message>
        <source>Read to %1</source>
        <translation>已读至 %1</translation>
    </message>
    <message>
        <source>No source is connected.</source>
        <translation>没有连接来源。</translation>
    </message>
    <message>
        <source>Feed a file…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, freshness</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>none is late</source>
        <translation>没有延迟</translation>
    </message>
    <message>
        <source>Its dead letters</source>
        <translation>它的死信</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>in the last full minute %1 = %2 + %3 + %4 + %5</source>
        <translation>上一整分钟 %1 = %2 + %3 + %4 + %5</translation>
    </message>
    <message>
        <source>Sends %1; the values are not shown.</source>
        <translation>发送 %1；不显示其值。</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::StagesPanel</name>
    <message>
        <source>events per second, as of %1</source>
        <translation>每秒事件数，截至 %1</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>backlog, share of its limit</source>
        <translation>积压占上限的比例</translation>
    </message>
    <message>
        <source>Flow</source>
        <translation>流程</translation>
    </message>
    <message>
        <source>25 batch states</source>
        <translation>25 种批次状态</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>View of the stages</source>
        <translation>阶段的视图</translation>
    </message>
    <message>
        <source>Flow of the stages</source>
        <translation>阶段流程</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>投递</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::SubscribersTable</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Subscriber</source>
        <translation>订阅者</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Behind</source>
        <translation>落后</translation>
    </message>
    <message>
        <source>Last success</source>
        <translation>上次成功</translation>
    </message>
    <message>
        <source>Last failure</source>
        <translation>上次失败</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>死投递</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>放弃发送</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Nobody is told of alerts outside this console.</source>
        <translation>此控制台之外无人收到告警。</translation>
    </message>
    <message>
        <source>Name who is told…</source>
        <translation>指定订阅者…</translation>
    </message>
    <message numerus="yes">
        <source>%n subscriber(s)</source>
        <translation>
            <numerusform>%n 个订阅者</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; version %2 by %3 since %4</source>
        <comment>subscribers</comment>
        <translation>%1；版本 %2，由 %3 修改，自 %4 起</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>测试中…</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>发送测试</translation>
    </message>
    <message>
        <source>Select a subscriber first.</source>
        <translation>请先选择订阅者。</translation>
    </message>
    <message>
        <source>One alert of no meaning to %1.</source>
        <translation>向 %1 发送一条无意义的告警。</translation>
    </message>
    <message>
        <source>What people did…</source>
        <translation>操作记录…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Subscribers</source>
        <translation>订阅者</translation>
    </message>
</context>
<context>
    <name>gavel::pipeline_page::TraceDialog</name>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>%1, Enter shows the numbers it touched.</source>
        <translation>%1，回车显示它影响的数字。</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>In quarantine, not billed.</source>
        <translation>在隔离中，不计费。</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>Of this batch</source>
        <translation>来自此批次</translation>
    </message>
    <message>
        <source>a time is written 2026-03-20 14:00</source>
        <translation>时间写作 2026-03-20 14:00</translation>
    </message>
    <message>
        <source>Trace a number</source>
        <translation>追溯数字</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>追溯</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>What is behind it</source>
        <translation>背后的来源</translation>
    </message>
    <message>
        <source>What a batch touched</source>
        <translation>批次的影响</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Name what the number is of, its hour, and trace it.</source>
        <translation>写明数字的对象和时段，然后追溯。</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>至</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>正在读取日志…</translation>
    </message>
    <message>
        <source>%1 %2 of %3; the log and the counter agree.</source>
        <comment>number, measure, id</comment>
        <translation>%3 的 %2：%1；日志与计数器一致。</translation>
    </message>
    <message>
        <source>The log has %1 %2 of %3, the counter has %4. Replay to count anew.</source>
        <comment>number, measure, id, number</comment>
        <translation>%3 的 %2：日志为 %1，计数器为 %4。请重放以重新计数。</translation>
    </message>
    <message>
        <source>Reading what batch %1 touched…</source>
        <translation>正在读取批次 %1 的影响…</translation>
    </message>
    <message>
        <source>Batch %1 touched no number: nothing of it is counted.</source>
        <translation>批次 %1 没有影响任何数字：没有计数。</translation>
    </message>
    <message numerus="yes">
        <source>Batch %1 touched %n number(s). Enter traces one.</source>
        <translation>
            <numerusform>批次 %1 影响了 %n 个数字。回车追溯其一。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 at %3
Position %4 of %5, batch %6, sequence %7</source>
        <comment>kind, campaign, time, position, source, batch, sequence</comment>
        <translation>%2 的 %1，%3
%5 的位置 %4，批次 %6，序号 %7</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What caused it: Enter shows the whole way.</source>
        <translation>其原因：按 Enter 查看完整路径。</translation>
    </message>
    <message>
        <source>Caused by %1</source>
        <comment>an event</comment>
        <translation>起因：%1</translation>
    </message>
    <message>
        <source>Led to %1</source>
        <comment>an event</comment>
        <translation>带来：%1</translation>
    </message>
    <message>
        <source>%1 of %2 at %3, %4/%5</source>
        <comment>kind, campaign, time, source, sequence</comment>
        <translation>%2 的 %1，%3，%4/%5</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>an auction</comment>
        <translation>属于 %1</translation>
    </message>
    <message>
        <source>Came as %1, line %2</source>
        <comment>file or request, place</comment>
        <translation>来自 %1，第 %2 行</translation>
    </message>
    <message>
        <source>; was dead letter %1, redriven by %2</source>
        <comment>number, person</comment>
        <translation>；曾是死信 %1，由 %2 重投</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::DiagramPanel</name>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>double frame = end   dashed = by hand   blue = the selected task</source>
        <translation>双框 = 终态   虚线 = 手动   蓝色 = 选中的任务</translation>
    </message>
    <message>
        <source>States of the tasks</source>
        <translation>任务状态</translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n 个任务</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, started %2 ago</source>
        <comment>tasks, how long</comment>
        <translation>%1，%2 前开始</translation>
    </message>
    <message>
        <source>%1, done in %2 ms</source>
        <comment>tasks, of the machine&apos;s time</comment>
        <translation>%1，%2 ms 完成</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::QuotaFlowView</name>
    <message>
        <source>%1 %2: spent %3, held %4, free %5</source>
        <translation>%1 %2：消耗 %3，预占 %4，可用 %5</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>预占</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>纪元 %1</translation>
    </message>
    <message>
        <source>ends %1</source>
        <comment>time</comment>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>spent %1</source>
        <translation>消耗 %1</translation>
    </message>
    <message>
        <source>bids × %1</source>
        <translation>出价 × %1</translation>
    </message>
    <message>
        <source>has version %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>No slice is out.</source>
        <translation>没有发出的切片。</translation>
    </message>
    <message>
        <source>%1 of %2 slices shown</source>
        <translation>显示 %1 / %2 个切片</translation>
    </message>
    <message>
        <source>Slices %1</source>
        <translation>切片 %1</translation>
    </message>
    <message>
        <source>Ad servers</source>
        <translation>广告服务器</translation>
    </message>
    <message>
        <source>Grant %1 of epoch %2: may spend %3 more until %4; the server has applied %5 and last reported %6.</source>
        <translation>纪元 %2 的授权 %1：%4 前还可消耗 %3；服务器已应用 %5，最近上报 %6。</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::QuotaPanel</name>
    <message>
        <source>Campaign</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>消耗</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>预占</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>切片</translation>
    </message>
    <message>
        <source>One campaign</source>
        <translation>单个广告活动</translation>
    </message>
    <message>
        <source>All campaigns</source>
        <translation>全部广告活动</translation>
    </message>
    <message>
        <source>Quota of all campaigns</source>
        <translation>全部广告活动的配额</translation>
    </message>
    <message>
        <source>those that hold some, most held first</source>
        <translation>有预占的，预占多的在前</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>No campaign is selected.</source>
        <translation>未选择广告活动。</translation>
    </message>
    <message>
        <source>Quota of %1</source>
        <translation>%1 的配额</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::SchedulePage</name>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>No campaign is due now, so nothing will change.</source>
        <translation>现在没有到期的广告活动，不会有任何变化。</translation>
    </message>
    <message>
        <source>Retry the task</source>
        <translation>重试任务</translation>
    </message>
    <message>
        <source>Cancel the task</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Run a round now</source>
        <translation>立即运行一轮</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message numerus="yes">
        <source>Run %n campaign(s)</source>
        <translation>
            <numerusform>运行 %n 个活动</numerusform>
        </translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>重试…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Run a round of %1 now…</source>
        <translation>立即运行 %1 的一轮…</translation>
    </message>
    <message>
        <source>Open %1 in Campaigns</source>
        <translation>在“广告活动”中打开 %1</translation>
    </message>
    <message>
        <source>No round is to come.</source>
        <translation>没有即将到来的轮次。</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>没有市场在运行。</translation>
    </message>
    <message>
        <source>Only a failed task is retried by hand.</source>
        <translation>只有失败的任务才能手动重试。</translation>
    </message>
    <message>
        <source>It has ended, or an ad server has its quota already.</source>
        <translation>任务已结束，或广告服务器已拿到其配额。</translation>
    </message>
    <message>
        <source>The newest round is shown.</source>
        <translation>显示的已是最新轮次。</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>调度</translation>
    </message>
    <message>
        <source>One task for each campaign and round: collect, settle, distribute.</source>
        <translation>每个广告活动每轮一个任务：采集、结算、分发。</translation>
    </message>
    <message>
        <source>A task for each campaign and round. Ended ones stay for %1, failed ones for %2.</source>
        <translation>每个广告活动每轮一个任务。已结束的保留 %1，失败的保留 %2。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>ever</source>
        <translation>永久</translation>
    </message>
    <message>
        <source>No market runs, so nothing is scheduled.</source>
        <translation>没有市场在运行，因此没有调度。</translation>
    </message>
    <message>
        <source>Run now…</source>
        <translation>立即运行…</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>No round has begun yet.</source>
        <translation>还没有轮次开始。</translation>
    </message>
    <message>
        <source>Newest round</source>
        <translation>最新轮次</translation>
    </message>
    <message>
        <source>Next round %1, %2</source>
        <comment>time, how long from now</comment>
        <translation>下一轮次 %1，还有 %2</translation>
    </message>
    <message>
        <source>No market runs. Choose a scenario in Training, or go live.</source>
        <translation>没有市场在运行。请在“演练”中选择场景，或切到真实流量。</translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation>打开演练</translation>
    </message>
    <message>
        <source>Tasks appear with the first round of a market.</source>
        <translation>市场的第一轮开始后，任务会出现在这里。</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::SpanChart</name>
    <message>
        <source>%1 so far</source>
        <translation>已用 %1</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::StateDiagram</name>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>No task waits for you.</source>
        <translation>没有任务等您处理。</translation>
    </message>
    <message>
        <source>Show the tasks that are %1.</source>
        <translation>显示状态为%1的任务。</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::TaskPanel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Why and how</source>
        <translation>原因与经过</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translation>重试…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>What happened to the task</source>
        <translation>任务经历的事件</translation>
    </message>
    <message>
        <source>Inputs and outputs</source>
        <translation>输入与输出</translation>
    </message>
    <message>
        <source>States of the task over time</source>
        <translation>任务状态随时间的变化</translation>
    </message>
    <message>
        <source>Only a failed task is retried by hand.</source>
        <translation>只有失败的任务才能手动重试。</translation>
    </message>
    <message>
        <source>It has ended, or an ad server has its quota already.</source>
        <translation>任务已结束，或广告服务器已拿到其配额。</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>No task is selected.</source>
        <translation>未选择任务。</translation>
    </message>
    <message>
        <source>%1, window from %2</source>
        <comment>campaign, time</comment>
        <translation>%1，窗口自 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2, after %n attempt(s)): %3.</source>
        <comment>what failed, its code, advice</comment>
        <translation>
            <numerusform>%1（%2，尝试 %n 次后）：%3。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2
  key   %3
  in    %4
  out   %5</source>
        <translation>%1：%2
  键    %3
  输入  %4
  输出  %5</translation>
    </message>
    <message>
        <source>Nothing was tried twice.</source>
        <translation>没有重复尝试过。</translation>
    </message>
    <message>
        <source>what ad servers report up to %1</source>
        <translation>广告服务器截至 %1 的报告</translation>
    </message>
    <message>
        <source>what was collected up to %1</source>
        <translation>截至 %1 收集到的内容</translation>
    </message>
    <message>
        <source>quota from %1 to %2</source>
        <translation>%1 至 %2 的配额</translation>
    </message>
</context>
<context>
    <name>gavel::schedule::TasksPanel</name>
    <message>
        <source>Filter of the tasks</source>
        <translation>任务筛选</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>not done and stopped first</source>
        <translation>未完成和已停止的在前</translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation>筛选，例如 %1</translation>
    </message>
    <message>
        <source>Not done %1</source>
        <translation>未完成 %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>the first %1 of %2; filter to see others</source>
        <translation>前 %1 个，共 %2 个；筛选可查看其他</translation>
    </message>
    <message>
        <source>%1 tasks</source>
        <translation>%1 个任务</translation>
    </message>
    <message>
        <source>No round is to come.</source>
        <translation>没有即将到来的轮次。</translation>
    </message>
    <message>
        <source>Coming: %1</source>
        <translation>即将：%1</translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <comment>time, how long from now, what</comment>
        <translation>%1，还有 %2，%3</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::DocumentsPanel</name>
    <message>
        <source>%1, publisher</source>
        <translation>%1，媒体</translation>
    </message>
    <message>
        <source>No invoice was issued yet. “Invoice…” issues one for the day that is shown, once it is closed.</source>
        <translation>还没有开具发票。当天关闭后，用“开发票…”为显示的这一天开具。</translation>
    </message>
    <message>
        <source>Publishers are paid, not invoiced.</source>
        <translation>媒体收款，不开发票。</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>结算单</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>打印预览</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Invoice…</source>
        <translation>开发票…</translation>
    </message>
    <message>
        <source>Whose documents</source>
        <translation>单据归属</translation>
    </message>
    <message>
        <source>Number of the invoice</source>
        <translation>发票编号</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>The statement is being read from the events of the day.</source>
        <translation>正在从当天的事件读取账单。</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::LedgerPanel</name>
    <message>
        <source>Filter of the ledger</source>
        <translation>账本筛选</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>From</source>
        <translation>转出</translation>
    </message>
    <message>
        <source>To</source>
        <translation>转入</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>This market keeps no ledger: run it with its events kept in a workspace.</source>
        <translation>此市场没有账本：运行时请把事件保存到工作区。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>more than %1 of %2</source>
        <comment>transfers that match</comment>
        <translation>%2 条中超过 %1 条</translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation>还没有资金变动。</translation>
    </message>
    <message>
        <source>every campaign</source>
        <translation>所有广告活动</translation>
    </message>
    <message>
        <source>auction %1, %2</source>
        <translation>竞拍 %1，%2</translation>
    </message>
    <message>
        <source>price %1 per 1,000</source>
        <translation>价格 %1 / 1,000 次</translation>
    </message>
    <message>
        <source>Enter opens the auction.</source>
        <translation>按 Enter 打开竞拍。</translation>
    </message>
    <message>
        <source>What the round settled, %1</source>
        <translation>该轮次的结算，%1</translation>
    </message>
    <message>
        <source>%1 down to its auctions</source>
        <translation>%1，下钻到竞拍</translation>
    </message>
    <message>
        <source>round of %1</source>
        <translation>%1 的轮次</translation>
    </message>
    <message>
        <source>by %1: %2</source>
        <comment>person, reason</comment>
        <translation>%1 操作：%2</translation>
    </message>
    <message>
        <source>linked to %1, %2 %3</source>
        <comment>transfer, kind, amount</comment>
        <translation>关联 %1，%2 %3</translation>
    </message>
    <message>
        <source>of no auction</source>
        <translation>不涉及竞拍</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>另 %1 个</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>账本</translation>
    </message>
    <message>
        <source>append only; corrections are linked reversals</source>
        <translation>只追加；更正以关联的冲正入账</translation>
    </message>
    <message>
        <source>Auctions of the transfer</source>
        <translation>转账涉及的竞拍</translation>
    </message>
    <message>
        <source>A number, or for example %1</source>
        <translation>编号，或例如 %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln win(s)</source>
        <translation>
            <numerusform>%Ln 次胜出</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::settlement::MoneyPanel</name>
    <message>
        <source>Money of the day</source>
        <translation>当日资金</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::MoneyView</name>
    <message>
        <source>Paid = earned + fees + adjustments</source>
        <translation>实付 = 收入 + 费用 + 调账</translation>
    </message>
    <message>
        <source>%1 = %2 + %3 + %4</source>
        <translation>%1 = %2 + %3 + %4</translation>
    </message>
    <message>
        <source>All accounts together are zero</source>
        <translation>所有账户合计为零</translation>
    </message>
    <message>
        <source>No budget is overspent</source>
        <translation>没有预算超支</translation>
    </message>
    <message>
        <source>%1 of %2 campaigns, spent + held within budget</source>
        <translation>%1 / %2 个活动，消耗 + 预占在预算内</translation>
    </message>
    <message>
        <source>Publishers earned, %1</source>
        <translation>媒体收入，%1</translation>
    </message>
    <message>
        <source>Fees, %1</source>
        <translation>费用，%1</translation>
    </message>
    <message>
        <source>Adjustments</source>
        <translation>调账</translation>
    </message>
    <message>
        <source>Advertisers paid</source>
        <translation>广告主实付</translation>
    </message>
    <message>
        <source>of it %1 by the platform, for wins told too late</source>
        <translation>其中平台承担 %1，因竞得通知过晚</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::MonthView</name>
    <message>
        <source>%1: nothing was settled</source>
        <translation>%1：没有结算</translation>
    </message>
    <message>
        <source>%1: closed, all three books agree</source>
        <translation>%1：已关闭，三方账一致</translation>
    </message>
    <message>
        <source>%1: open, all three books agree so far</source>
        <translation>%1：未关闭，目前三方账一致</translation>
    </message>
    <message numerus="yes">
        <source>%1: open, %Ln auction(s) without their impression so far</source>
        <translation>
            <numerusform>%1：未关闭，目前 %Ln 次竞拍尚无展示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln auction(s) differ</source>
        <translation>
            <numerusform>%1：%Ln 次竞拍不一致</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the seats’ book differs</source>
        <translation>%1：席位账不一致</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::ReconciliationPanel</name>
    <message>
        <source>Differs</source>
        <translation>有差异</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>席位</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>交易平台</translation>
    </message>
    <message>
        <source>Publishers</source>
        <translation>媒体</translation>
    </message>
    <message>
        <source>Still open: events may come.</source>
        <translation>尚未关闭：可能还有事件。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>广告位</translation>
    </message>
    <message>
        <source>Won by</source>
        <translation>竞得方</translation>
    </message>
    <message>
        <source>Seat: %1 paid %2</source>
        <comment>seat, amount</comment>
        <translation>席位：%1 实付 %2</translation>
    </message>
    <message>
        <source>Exchange: cleared at %1 per 1,000</source>
        <translation>交易平台：成交价 %1 / 1,000 次</translation>
    </message>
    <message>
        <source>Publisher: %1, %2</source>
        <comment>amount, why</comment>
        <translation>媒体：%1，%2</translation>
    </message>
    <message>
        <source>Its price was given back.</source>
        <translation>价款已退回。</translation>
    </message>
    <message>
        <source>All three books agree</source>
        <translation>三方账一致</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) closed, all three books agree</source>
        <translation>
            <numerusform>%n 天已关闭，三方账一致</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 closed, on %2 the books differ</source>
        <comment>days, days</comment>
        <translation>%1 天已关闭，其中 %2 天账目有差异</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>3 books, by hour</source>
        <translation>三方账，按小时</translation>
    </message>
    <message>
        <source>Open auction</source>
        <translation>打开竞拍</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>退款…</translation>
    </message>
    <message>
        <source>Hours of the day</source>
        <translation>当日各小时</translation>
    </message>
    <message>
        <source>Auctions that differ</source>
        <translation>有差异的竞拍</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>当月各日</translation>
    </message>
    <message>
        <source>Nothing was settled on this day, or this market keeps no ledger.</source>
        <translation>当天没有结算，或此市场不保留账本。</translation>
    </message>
    <message>
        <source>%1: the seat paid %2 %4, the exchange cleared %3 %4</source>
        <comment>campaign, amounts</comment>
        <translation>%1：席位支付 %2 %4，交易所结算 %3 %4</translation>
    </message>
    <message>
        <source>The seats’ book is %1 %2 from the exchange’s</source>
        <comment>amount, currency</comment>
        <translation>席位账与交易所账相差 %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln auction(s) differ, in the publishers’ book</source>
        <translation>
            <numerusform>%Ln 次竞拍不一致，在媒体账中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still open: %Ln auction(s) without their impression so far</source>
        <translation>
            <numerusform>未关闭：目前 %Ln 次竞拍尚无展示</numerusform>
        </translation>
    </message>
    <message>
        <source>Still open: all three books agree so far</source>
        <translation>未关闭：目前三本账一致</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between two findings</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>no day is closed yet</source>
        <translation>尚无已关闭的日子</translation>
    </message>
    <message>
        <source>Reading where they differ…</source>
        <translation>正在读取不一致之处…</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::SettlementPage</name>
    <message>
        <source>Settlement</source>
        <translation>结算</translation>
    </message>
    <message>
        <source>Every amount can be followed to the auction that made it.</source>
        <translation>每一笔金额都能追溯到产生它的竞拍。</translation>
    </message>
    <message>
        <source>No market runs, so no money moves.</source>
        <translation>没有市场在运行，因此没有资金变动。</translation>
    </message>
    <message>
        <source>Find an amount…</source>
        <translation>查找金额…</translation>
    </message>
    <message>
        <source>Adjustment…</source>
        <translation>调账…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Newest day</source>
        <translation>最新日期</translation>
    </message>
    <message>
        <source>No market runs. Choose a scenario in Training, or go live.</source>
        <translation>没有市场在运行。请在“演练”中选择场景，或切到真实流量。</translation>
    </message>
    <message>
        <source>Open Training</source>
        <translation>打开演练</translation>
    </message>
    <message>
        <source>The equation of a day appears with its first round.</source>
        <translation>当天第一轮后，等式会出现在这里。</translation>
    </message>
    <message>
        <source>Transfers appear with the first round of a market.</source>
        <translation>市场的第一轮开始后，转账会出现在这里。</translation>
    </message>
    <message>
        <source>Statements appear with the first charge.</source>
        <translation>首次扣费后，结算单会出现在这里。</translation>
    </message>
    <message>
        <source>The three books appear with the first round.</source>
        <translation>第一轮后，三方账会出现在这里。</translation>
    </message>
    <message>
        <source>Done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>Pay in for %1</source>
        <translation>为 %1 充值</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Amount, %1</source>
        <translation>金额，%1</translation>
    </message>
    <message>
        <source>Bank’s reference</source>
        <translation>银行流水号</translation>
    </message>
    <message>
        <source>the same one counts once</source>
        <translation>同一流水号只计一次</translation>
    </message>
    <message>
        <source>Terms of %1</source>
        <translation>%1 的条款</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>设定</translation>
    </message>
    <message>
        <source>Postpaid, with credit</source>
        <translation>后付费，有授信</translation>
    </message>
    <message>
        <source>Prepaid, no credit</source>
        <translation>预付费，无授信</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>授信额度</translation>
    </message>
    <message>
        <source>sum of its budgets</source>
        <translation>其预算合计</translation>
    </message>
    <message>
        <source>Warn below</source>
        <translation>预警线</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不预警</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>退回 %1</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>all of it, or a part</source>
        <translation>全部或部分</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>stands in the ledger</source>
        <translation>将记入账本</translation>
    </message>
    <message>
        <source>Refund auction %1</source>
        <translation>竞拍 %1 退款</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
    <message>
        <source>Invoice for %1</source>
        <translation>为 %1 开发票</translation>
    </message>
    <message>
        <source>Issue</source>
        <translation>开具</translation>
    </message>
    <message>
        <source>%1 is issued.</source>
        <translation>%1 已开具。</translation>
    </message>
    <message>
        <source>%1 as CSV…</source>
        <translation>%1（CSV）…</translation>
    </message>
    <message>
        <source>%1 as XLSX…</source>
        <translation>%1（XLSX）…</translation>
    </message>
    <message>
        <source>Ledger of the day</source>
        <translation>当日账本</translation>
    </message>
    <message>
        <source>Reconciliation</source>
        <translation>对账</translation>
    </message>
    <message>
        <source>%1 as PDF…</source>
        <translation>%1（PDF）…</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>发票</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>结算单</translation>
    </message>
    <message>
        <source>Invoice of the day</source>
        <translation>当日发票</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 已写入。</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>没有市场在运行。</translation>
    </message>
    <message>
        <source>No transfer of the ledger is selected.</source>
        <translation>未选择账本中的转账。</translation>
    </message>
    <message>
        <source>No auction that differs is selected.</source>
        <translation>未选择有差异的竞拍。</translation>
    </message>
    <message>
        <source>Nothing was charged or earned.</source>
        <translation>没有产生扣费或收入。</translation>
    </message>
    <message>
        <source>The newest day is shown.</source>
        <translation>显示的已是最新一天。</translation>
    </message>
    <message>
        <source>Reading the events of the day…</source>
        <translation>正在读取当天的事件…</translation>
    </message>
    <message>
        <source>Comparing the books of the day…</source>
        <translation>正在核对当天的三方账…</translation>
    </message>
    <message>
        <source>Statements need a ledger that is kept.</source>
        <translation>结算单需要保留的账本。</translation>
    </message>
</context>
<context>
    <name>gavel::settlement::WalletsPanel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message numerus="yes">
        <source>%n campaign(s) without quota</source>
        <translation>
            <numerusform>%n 个活动没有配额</numerusform>
        </translation>
    </message>
    <message>
        <source>Advertiser</source>
        <translation>广告主</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>授信额度</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>预占</translation>
    </message>
    <message>
        <source>Can spend</source>
        <translation>可消耗</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>可维持</translation>
    </message>
    <message numerus="yes">
        <source>%n advertiser(s), each in its own currency</source>
        <translation>
            <numerusform>%n 个广告主，按各自币种</numerusform>
        </translation>
    </message>
    <message>
        <source>No advertiser has a campaign.</source>
        <translation>没有广告主有广告活动。</translation>
    </message>
    <message>
        <source>Wallets</source>
        <translation>钱包</translation>
    </message>
    <message>
        <source>Pay in…</source>
        <translation>充值…</translation>
    </message>
    <message>
        <source>Terms…</source>
        <translation>条款…</translation>
    </message>
</context>
<context>
    <name>gavel::shell::Inspector</name>
    <message>
        <source>Invariants</source>
        <translation>不变量</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>事件日志</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>What must hold</source>
        <translation>必须成立的条件</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%1 / %2 成立</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed by hand in this run.</source>
        <translation>本次运行没有手动更改。</translation>
    </message>
</context>
<context>
    <name>gavel::shell::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>gavel::shell::MainWindow</name>
    <message>
        <source>%1, draft “%2”</source>
        <comment>market, name of the draft</comment>
        <translation>%1，草稿“%2”</translation>
    </message>
    <message>
        <source>%1 — %2 — Gavel</source>
        <comment>page, market</comment>
        <translation>%1 — %2 — Gavel</translation>
    </message>
    <message>
        <source>%1 — %2 — %3 — Gavel</source>
        <comment>workspace, page, market</comment>
        <translation>%1 — %2 — %3 — Gavel</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Panels and columns are as they were at first.</source>
        <translation>面板和列已恢复初始状态。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>现在不可用</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>page, what a command does</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, %2, seat %3</source>
        <comment>campaign id, advertiser, seat</comment>
        <translation>%1，%2，席位 %3</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>语言：%1</translation>
    </message>
    <message>
        <source>Actions: type &gt;</source>
        <translation>操作：输入 &gt;</translation>
    </message>
    <message>
        <source>what the window and the page can do</source>
        <translation>窗口和页面可执行的操作</translation>
    </message>
    <message>
        <source>Campaigns: type @</source>
        <translation>广告活动：输入 @</translation>
    </message>
    <message>
        <source>by name, id, advertiser or seat</source>
        <translation>按名称、ID、广告主或席位</translation>
    </message>
    <message>
        <source>Auctions: type # and the number</source>
        <translation>竞拍：输入 # 和编号</translation>
    </message>
    <message>
        <source>opens the microscope</source>
        <translation>打开显微镜</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部快捷键</translation>
    </message>
    <message>
        <source>the sheet of this window and page</source>
        <translation>本窗口和页面的快捷键表</translation>
    </message>
    <message>
        <source>The last session ended unexpectedly. Drafts and the layout were kept.</source>
        <translation>上次会话意外结束。草稿和布局已保留。</translation>
    </message>
    <message>
        <source>filter: %1</source>
        <translation>筛选：%1</translation>
    </message>
    <message>
        <source>Show the auctions that %1 lost</source>
        <translation>显示 %1 落败的竞拍</translation>
    </message>
    <message>
        <source>Show the auctions that %1 won</source>
        <translation>显示 %1 竞得的竞拍</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>its targeting, budget, creatives and caps</source>
        <translation>其定向、预算、创意和频控</translation>
    </message>
</context>
<context>
    <name>gavel::shell::MarketStrip</name>
    <message>
        <source>Market strip</source>
        <translation>市场状态条</translation>
    </message>
</context>
<context>
    <name>gavel::shell::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>gavel::shell::Palette</name>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>&gt; actions</source>
        <translation>&gt; 操作</translation>
    </message>
    <message>
        <source>@ campaigns</source>
        <translation>@ 广告活动</translation>
    </message>
    <message>
        <source># auctions</source>
        <translation># 竞拍</translation>
    </message>
    <message>
        <source>? help</source>
        <translation>? 帮助</translation>
    </message>
    <message>
        <source>What matches</source>
        <translation>匹配项</translation>
    </message>
    <message>
        <source>Auction %1</source>
        <translation>竞拍 %1</translation>
    </message>
    <message>
        <source>open it in the microscope</source>
        <translation>在显微镜中打开</translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) in %1 ms</source>
        <translation>
            <numerusform>%n 个结果，%1 ms</numerusform>
        </translation>
    </message>
    <message>
        <source>actions of this</source>
        <translation>此项的操作</translation>
    </message>
    <message>
        <source>open beside</source>
        <translation>在旁边打开</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>没有与“%1”匹配的内容。</translation>
    </message>
</context>
<context>
    <name>gavel::shell::PaletteList</name>
    <message>
        <source>Recent</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>广告活动</translation>
    </message>
    <message>
        <source>Auctions</source>
        <translation>竞拍</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>shown of all</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Actions on %1</source>
        <translation>对 %1 的操作</translation>
    </message>
</context>
<context>
    <name>gavel::shell::Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>%1, Ctrl+%2</source>
        <comment>page and its key</comment>
        <translation>%1，Ctrl+%2</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>gavel::shell::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Close the settings</source>
        <translation>关闭设置</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Rows of tables</source>
        <translation>表格行高</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>重置布局</translation>
    </message>
</context>
<context>
    <name>gavel::shell::StatusBar</name>
    <message>
        <source>Status bar</source>
        <translation>状态栏</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>the market reached its end</comment>
        <translation>已结束</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>speed of the market</comment>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Max</source>
        <comment>speed of the market</comment>
        <translation>最快</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed of the market</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>%1 auctions/s</source>
        <translation>%1 次竞拍/s</translation>
    </message>
    <message>
        <source>stale for %1 s</source>
        <translation>%1 s 未更新</translation>
    </message>
    <message>
        <source>Invariants</source>
        <translation>不变量</translation>
    </message>
    <message>
        <source>%1 of %2 hold</source>
        <translation>%1 / %2 成立</translation>
    </message>
    <message>
        <source>%1 of %2 hold; broken: %3</source>
        <translation>%1 / %2 成立；不成立：%3</translation>
    </message>
    <message>
        <source>Window %1 ms</source>
        <comment>worst gap of the window</comment>
        <translation>窗口 %1 ms</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>不成立</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>成立</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>invariant: state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <comment>invariant: state; detail</comment>
        <translation>%1：%2；%3</translation>
    </message>
    <message numerus="yes">
        <source>%1; market time %2; speed %3; %4 auctions per second; %n alert(s) firing</source>
        <comment>status bar for readers</comment>
        <translation>
            <numerusform>%1；市场时间 %2；速度 %3；每秒 %4 次拍卖；%n 个告警</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n firing</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n 个告警中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n 个待定</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::shell::ThingPanel</name>
    <message>
        <source>What is known of it</source>
        <translation>已知信息</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Close what is open beside</source>
        <translation>关闭旁边打开的内容</translation>
    </message>
    <message>
        <source>The market has no such thing now.</source>
        <translation>市场中现在没有此项。</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::FaultDiagram</name>
    <message>
        <source>%1 (by hand)</source>
        <translation>%1（手动）</translation>
    </message>
    <message>
        <source>%1; after it: %2</source>
        <comment>state, states</comment>
        <translation>%1；之后：%2</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::FaultPanel</name>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>States of the fault</source>
        <translation>故障的状态</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Select a service to see its fault.</source>
        <translation>选择服务以查看其故障。</translation>
    </message>
    <message>
        <source>End the maintenance</source>
        <translation>结束维护</translation>
    </message>
    <message>
        <source>Maintenance…</source>
        <translation>维护…</translation>
    </message>
    <message>
        <source>Nothing has ever been wrong with it.</source>
        <translation>从未出现问题。</translation>
    </message>
    <message>
        <source>%1 for %2.</source>
        <comment>state, how long</comment>
        <translation>%1，已持续 %2。</translation>
    </message>
    <message>
        <source>%1 has it.</source>
        <comment>person</comment>
        <translation>由 %1 处理。</translation>
    </message>
    <message>
        <source>Nobody acknowledged it within 15 minutes: it is escalated.</source>
        <translation>15 分钟内无人确认：已升级。</translation>
    </message>
    <message>
        <source>Under way: %1.</source>
        <comment>action</comment>
        <translation>进行中：%1。</translation>
    </message>
    <message>
        <source>%1 works on it until %2: %3</source>
        <comment>person, time, reason</comment>
        <translation>%1 维护至 %2：%3</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::ServicesPanel</name>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Acknowledged by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>nobody, escalated</source>
        <translation>无人，已升级</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>maintenance: %1</source>
        <translation>维护：%1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>the intake is shut down</source>
        <translation>接收已关闭</translation>
    </message>
    <message>
        <source>nothing is wrong</source>
        <translation>没有问题</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) open</source>
        <translation>
            <numerusform>%n 个故障未结束</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gavel::system_page::SourcesPanel</name>
    <message>
        <source>Freshness</source>
        <translation>新鲜度</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Collector</source>
        <translation>采集器</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>完整</translation>
    </message>
    <message>
        <source>Read to, or why not</source>
        <translation>读到何处，或为何未读</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>What becomes of the events</source>
        <translation>事件的去向</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>No source is connected.</source>
        <translation>没有连接来源。</translation>
    </message>
    <message>
        <source>Open Pipeline</source>
        <translation>打开管道</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::StorePanel</name>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>writes</source>
        <translation>可写入</translation>
    </message>
    <message>
        <source>writes no more</source>
        <translation>已停止写入</translation>
    </message>
    <message>
        <source>A temporary workspace: it is deleted at the end.</source>
        <translation>临时工作区：结束时删除。</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Size %1, of it %2 unused; write-ahead log %3</source>
        <translation>大小 %1，其中 %2 未使用；预写日志 %3</translation>
    </message>
    <message>
        <source>Free on its disk: %1</source>
        <translation>磁盘可用：%1</translation>
    </message>
    <message>
        <source>Policy…</source>
        <translation>策略…</translation>
    </message>
    <message>
        <source>Move now</source>
        <translation>立即移动</translation>
    </message>
    <message>
        <source>Restore a day…</source>
        <translation>恢复某天…</translation>
    </message>
    <message>
        <source>Day, UTC</source>
        <translation>日期，UTC</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Days that have left the workspace</source>
        <translation>已离开工作区的日期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Looking for days to be moved</source>
        <translation>正在查找需要移动的日期</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::SystemPage</name>
    <message>
        <source>Collectors refuse every event, files are not read, and a live market takes no auctions. Reading and export go on.</source>
        <translation>采集器拒绝所有事件，不读取文件，实盘市场不接受竞价。读取和导出照常进行。</translation>
    </message>
    <message>
        <source>The fault ends. What still fires in 5 minutes raises it again.</source>
        <translation>故障结束。5 分钟后仍在告警的会再次引发故障。</translation>
    </message>
    <message>
        <source>It is then: %1.</source>
        <translation>之后的状态：%1。</translation>
    </message>
    <message>
        <source>Acknowledged: %1.</source>
        <translation>已确认：%1。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>service, state</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What was seen, what is done</source>
        <translation>看到了什么，做了什么</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>请说明原因。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>service, state</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Maintenance of %1</source>
        <translation>维护%1</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>What is worked on</source>
        <translation>维护什么</translation>
    </message>
    <message>
        <source>Its alerts raise no fault, nothing is tried by itself, and nobody is called.</source>
        <translation>其告警不引发故障，不自动尝试修复，也不通知任何人。</translation>
    </message>
    <message>
        <source>Maintenance of %1 has begun.</source>
        <translation>%1 的维护已开始。</translation>
    </message>
    <message>
        <source>The maintenance has ended.</source>
        <translation>维护已结束。</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 已暂停。</translation>
    </message>
    <message>
        <source>%1 is read again.</source>
        <translation>%1 已恢复读取。</translation>
    </message>
    <message>
        <source>Select a service first.</source>
        <translation>请先选择服务。</translation>
    </message>
    <message>
        <source>Nothing waits for it.</source>
        <translation>没有待确认的故障。</translation>
    </message>
    <message>
        <source>It moves by itself, or nothing is wrong.</source>
        <translation>它会自行推进，或没有问题。</translation>
    </message>
    <message>
        <source>Nobody works on it.</source>
        <translation>没有人在维护。</translation>
    </message>
    <message>
        <source>Select a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>What is wrong with which part, and who sees to it.</source>
        <translation>哪个部分有问题，由谁处理。</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>分区</translation>
    </message>
    <message>
        <source>Version %1 of the policy is in force.</source>
        <translation>策略版本 %1 已生效。</translation>
    </message>
    <message>
        <source>Every day that is old enough has been moved.</source>
        <translation>已到期的日期都已移动。</translation>
    </message>
    <message>
        <source>Restore a day</source>
        <translation>恢复某天</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Day, UTC</source>
        <translation>日期，UTC</translation>
    </message>
    <message>
        <source>Its files are copied from the archive, checked, and kept beside the workspace for a while.</source>
        <translation>其文件会从归档复制、校验，并在工作区旁保留一段时间。</translation>
    </message>
    <message>
        <source>Write a day as 2026-03-20.</source>
        <translation>日期请写成 2026-03-20。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) restored.</source>
        <translation>
            <numerusform>已恢复 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel moving old events</source>
        <translation>取消移动旧事件</translation>
    </message>
    <message>
        <source>Moving was cancelled; what is left is moved by itself.</source>
        <translation>移动已取消；剩余部分会自动移动。</translation>
    </message>
</context>
<context>
    <name>gavel::system_page::TierTable</name>
    <message>
        <source>Tier</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Oldest day</source>
        <translation>最早一天</translation>
    </message>
    <message>
        <source>Tiers of the log</source>
        <translation>日志的存储层</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>热层</translation>
    </message>
    <message>
        <source>in memory, on their way to the log</source>
        <translation>在内存中，正写入日志</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>温层</translation>
    </message>
    <message>
        <source>in the workspace; not counted yet</source>
        <translation>在工作区中；尚未统计</translation>
    </message>
    <message>
        <source>in the workspace; counted at %1</source>
        <translation>在工作区中；统计于 %1</translation>
    </message>
    <message>
        <source>Cold</source>
        <translation>冷层</translation>
    </message>
    <message>
        <source>compressed files beside the workspace</source>
        <translation>工作区旁的压缩文件</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>the same files in a folder elsewhere</source>
        <translation>同样的文件，在另一文件夹中</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>已丢弃</translation>
    </message>
    <message>
        <source>kept nowhere any more</source>
        <translation>不再保留</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Whole days go to the cold tier after %1.</source>
        <translation>整天的事件在 %1后移入冷层。</translation>
    </message>
    <message>
        <source>Nothing leaves the workspace.</source>
        <translation>没有事件离开工作区。</translation>
    </message>
    <message>
        <source>Nothing is archived.</source>
        <translation>不归档。</translation>
    </message>
    <message>
        <source>They are archived in %1 after %2.</source>
        <translation>在 %2后归档到 %1。</translation>
    </message>
    <message>
        <source>They are dropped after %1.</source>
        <translation>在 %1后丢弃。</translation>
    </message>
    <message>
        <source>Nothing is dropped.</source>
        <translation>不丢弃。</translation>
    </message>
    <message>
        <source>never</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Schedule tasks that ended well are dropped after: %1; failed ones: %2. %3 are kept, %4 were dropped.</source>
        <translation>结束的调度任务保留期限：正常结束的 %1，失败的 %2。现存 %3 个，已丢弃 %4 个。</translation>
    </message>
    <message>
        <source>Moving %1: %2 of %3 events</source>
        <translation>正在移动 %1：%2 / %3 个事件</translation>
    </message>
    <message>
        <source>The last move stopped: %1</source>
        <translation>上次移动中止：%1</translation>
    </message>
</context>
<context>
    <name>gavel::training::ControlsPanel</name>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Live controls</source>
        <translation>实时控制</translation>
    </message>
    <message>
        <source>Restore all</source>
        <translation>全部还原</translation>
    </message>
    <message>
        <source>Give every control the scenario&apos;s value.</source>
        <translation>所有控制项恢复为场景的值。</translation>
    </message>
    <message>
        <source>Auction</source>
        <translation>竞拍</translation>
    </message>
    <message>
        <source>Price rule</source>
        <translation>定价规则</translation>
    </message>
    <message>
        <source>Floors</source>
        <translation>底价</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Seat deadlines</source>
        <translation>席位时限</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>A change takes effect at the next auction and is written to the journal, so that the run can be repeated.</source>
        <translation>更改从下一次竞拍起生效，并写入操作记录，以便重新运行。</translation>
    </message>
    <message>
        <source>%1 cut off</source>
        <translation>%1 已切断</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>场景：%1</translation>
    </message>
    <message>
        <source>inside %1 ms</source>
        <translation>整场限 %1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n on</source>
        <translation>
            <numerusform>%n 个开启</numerusform>
        </translation>
    </message>
    <message>
        <source>Increment</source>
        <translation>加价</translation>
    </message>
    <message>
        <source>Added to the second price, for a thousand impressions.</source>
        <translation>加在二价之上，按千次展示计。</translation>
    </message>
    <message>
        <source>Below it a winner pays its own bid; for a thousand impressions.</source>
        <translation>低于此价时，竞得方按自身出价支付；按千次展示计。</translation>
    </message>
    <message>
        <source>Soft floor</source>
        <translation>软底价</translation>
    </message>
    <message numerus="yes">
        <source>%n differ(s)</source>
        <comment>controls from the scenario</comment>
        <translation>
            <numerusform>%n 项不同</numerusform>
        </translation>
    </message>
    <message>
        <source>as in the scenario</source>
        <translation>与场景相同</translation>
    </message>
</context>
<context>
    <name>gavel::training::DayLine</name>
    <message>
        <source>%1 of the scenario is done</source>
        <translation>场景已完成 %1</translation>
    </message>
    <message>
        <source>Run to %1</source>
        <translation>运行到 %1</translation>
    </message>
</context>
<context>
    <name>gavel::training::DepthPanel</name>
    <message>
        <source>few to many</source>
        <translation>由少到多</translation>
    </message>
    <message>
        <source>price paid</source>
        <translation>成交价</translation>
    </message>
    <message>
        <source>lowest floor</source>
        <translation>最低底价</translation>
    </message>
    <message>
        <source>Market depth</source>
        <translation>市场深度</translation>
    </message>
    <message>
        <source>bids by CPM and time</source>
        <translation>按 CPM 和时间的出价</translation>
    </message>
    <message>
        <source>bids now</source>
        <translation>当前出价</translation>
    </message>
    <message>
        <source>No bid has been made yet.</source>
        <translation>还没有出价。</translation>
    </message>
</context>
<context>
    <name>gavel::training::JournalPanel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>控制项</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作记录</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>digest %1</source>
        <translation>摘要 %1</translation>
    </message>
    <message>
        <source>The same scenario, seed, shards and changes give the same digest at the same time.</source>
        <translation>场景、种子、分片和更改都相同，则同一时间的摘要相同。</translation>
    </message>
    <message>
        <source>No control was changed. Each change is written here, so that the run can be repeated.</source>
        <translation>没有更改过控制项。每次更改都会写在这里，以便重新运行。</translation>
    </message>
</context>
<context>
    <name>gavel::training::MarketList</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Placement</source>
        <translation>广告位</translation>
    </message>
    <message>
        <source>Won by</source>
        <translation>竞得方</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Bids</source>
        <translation>出价</translation>
    </message>
    <message>
        <source>CPM</source>
        <translation>CPM</translation>
    </message>
    <message>
        <source>Newest auctions</source>
        <translation>最新竞拍</translation>
    </message>
    <message>
        <source>No auction has been run yet.</source>
        <translation>还没有运行过竞拍。</translation>
    </message>
</context>
<context>
    <name>gavel::training::ScoreChart</name>
    <message>
        <source>Score by seat</source>
        <translation>各席位得分</translation>
    </message>
    <message>
        <source>%1, since the start</source>
        <translation>%1，开始至今</translation>
    </message>
</context>
<context>
    <name>gavel::training::Scoreboard</name>
    <message>
        <source>Scoreboard</source>
        <translation>记分板</translation>
    </message>
    <message>
        <source>score = value − spend, %1, as of %2</source>
        <translation>得分 = 价值 − 消耗，%1，截至 %2</translation>
    </message>
</context>
<context>
    <name>gavel::training::StrategyDelegate</name>
    <message>
        <source>Strategy of %1</source>
        <translation>%1 的策略</translation>
    </message>
</context>
<context>
    <name>gavel::training::TimeField</name>
    <message>
        <source>Run to it</source>
        <translation>运行到此</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>前往时间</translation>
    </message>
    <message>
        <source>Go to a time of the market</source>
        <translation>前往市场的某个时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Runs as fast as it goes and pauses there.</source>
        <translation>全速运行，到点暂停。</translation>
    </message>
    <message>
        <source>Write a time after %1 and at most %2.</source>
        <translation>请填写晚于 %1、不晚于 %2 的时间。</translation>
    </message>
    <message>
        <source>Write a time such as 14:32 or 14:32:07.</source>
        <translation>请填写时间，如 14:32 或 14:32:07。</translation>
    </message>
</context>
<context>
    <name>gavel::training::TrainingPage</name>
    <message numerus="yes">
        <source>One auction ran at %1: %n bid(s), nobody won.</source>
        <translation>
            <numerusform>%1 运行了一次竞拍：%n 个出价，无人竞得。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One auction ran at %1: %n bid(s), sold at CPM %2.</source>
        <translation>
            <numerusform>%1 运行了一次竞拍：%n 个出价，以 CPM %2 成交。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open auction</source>
        <translation>打开竞拍</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message numerus="yes">
        <source>%1 starts from its beginning with seed %2 on %n shard(s).</source>
        <translation>
            <numerusform>%1 将以种子 %2、%n 个分片从头开始。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run ends at %1 after %2 auctions; its list, charts and %n journaled change(s) are dropped. Campaigns stay as they are published.</source>
        <translation>
            <numerusform>本次运行将止于 %1，共 %2 次竞拍；其列表、图表和 %n 条操作记录将丢弃。广告活动保持已发布的状态。</numerusform>
        </translation>
    </message>
    <message>
        <source>Real traffic is no longer answered. Money that was spent stays on the books.</source>
        <translation>将不再应答真实流量。已消耗的金额仍留在账上。</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>切回真实流量</translation>
    </message>
    <message>
        <source>The simulation ends at %1 and real traffic is taken: from then on amounts are charged.</source>
        <translation>模拟将止于 %1，转为接入真实流量：此后会实际扣费。</translation>
    </message>
    <message>
        <source>Its list, charts and journal are dropped. The same scenario, seed and shards give the same run again.</source>
        <translation>其列表、图表和操作记录将丢弃。用相同的场景、种子和分片可重现同样的运行。</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>切到真实</translation>
    </message>
    <message>
        <source>The scenario has ended. Start over to run it again.</source>
        <translation>场景已结束。重新开始可再次运行。</translation>
    </message>
    <message>
        <source>Real traffic has its own time.</source>
        <translation>真实流量有自己的时间。</translation>
    </message>
    <message>
        <source>No market runs.</source>
        <translation>没有市场在运行。</translation>
    </message>
    <message>
        <source>Pause the market first.</source>
        <translation>请先暂停市场。</translation>
    </message>
    <message>
        <source>The market is live.</source>
        <translation>市场正在接入真实流量。</translation>
    </message>
    <message>
        <source>Choose a scenario first.</source>
        <translation>请先选择场景。</translation>
    </message>
    <message>
        <source>Every control has the scenario&apos;s value.</source>
        <translation>所有控制项都已是场景的值。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>No real traffic, nothing is charged. The same scenario, seed and shards give the same result.</source>
        <translation>没有真实流量，不扣费。场景、种子和分片相同，结果就相同。</translation>
    </message>
    <message>
        <source>Real traffic; every control acts on real auctions.</source>
        <translation>真实流量；每个控制项都作用于真实竞拍。</translation>
    </message>
    <message>
        <source>No market runs. Choose a scenario or go live.</source>
        <translation>没有市场在运行。请选择场景，或切到真实流量。</translation>
    </message>
    <message>
        <source>Start over…</source>
        <translation>重新开始…</translation>
    </message>
    <message>
        <source>The run was repeated and stands one auction earlier, at %1.</source>
        <translation>已重新运行，现停在前一次竞拍，%1。</translation>
    </message>
    <message numerus="yes">
        <source>The run was repeated and stands one auction earlier, at %1. %n change(s) made after it are undone.</source>
        <translation>
            <numerusform>已重新运行，现停在前一次竞拍，%1。此后的 %n 处更改已撤销。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>打开场景</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>场景 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>打开其他…</translation>
    </message>
    <message>
        <source>The run is being repeated.</source>
        <translation>正在重新运行。</translation>
    </message>
    <message>
        <source>No auction has been run yet.</source>
        <translation>还没有运行过竞拍。</translation>
    </message>
    <message>
        <source>The run stands at %1. What came after is dropped.</source>
        <translation>运行停在 %1。此后的内容已丢弃。</translation>
    </message>
    <message>
        <source>Stop repeating here</source>
        <translation>在此停止重新运行</translation>
    </message>
</context>
<context>
    <name>gavel::training::Transport</name>
    <message>
        <source>Transport</source>
        <translation>播放控制</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>场景</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Shards</source>
        <translation>分片</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Max</source>
        <comment>speed</comment>
        <translation>最快</translation>
    </message>
    <message>
        <source>Auctions so far</source>
        <translation>累计竞拍</translation>
    </message>
    <message>
        <source>Run one auction</source>
        <translation>运行一次竞拍</translation>
    </message>
    <message>
        <source>Run one auction of the paused market (.)</source>
        <translation>市场暂停时运行一次竞拍 (.)</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>前往…</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>切回真实</translation>
    </message>
    <message>
        <source>Day line</source>
        <translation>当日时间轴</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>title of a scenario, description</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>%1 (P)</source>
        <comment>pause or play, with its key</comment>
        <translation>%1 (P)</translation>
    </message>
    <message>
        <source>Virtual time, the scenario has ended</source>
        <translation>虚拟时间，场景已结束</translation>
    </message>
    <message>
        <source>Virtual time, paused</source>
        <translation>虚拟时间，已暂停</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>虚拟时间</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Back to before the last auction</source>
        <translation>回到最近一次竞拍之前</translation>
    </message>
    <message>
        <source>Go to before the last auction (,). The run is repeated up to it, which takes as long as all of it at full speed.</source>
        <translation>回到最近一次竞拍之前 (,)。将重新运行到该处，耗时与全速跑完全程相同。</translation>
    </message>
    <message>
        <source>Repeating the run, %1</source>
        <translation>正在重新运行，%1</translation>
    </message>
    <message>
        <source>Speed, now %1×</source>
        <translation>速度，现为 %1×</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Stop repeating here</source>
        <translation>在此停止重新运行</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::ChartTableModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::Chip</name>
    <message>
        <source>Click the cross or press Del to take it away.</source>
        <translation>点击叉号或按 Del 移除。</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::DocumentDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>What you typed is not saved. Cancel again leaves it.</source>
        <translation>输入的内容尚未保存。再次取消则离开。</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::FilterEdit</name>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::LineChart</name>
    <message>
        <source>%1: %2</source>
        <comment>chart line: last value</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::MarketBadge</name>
    <message>
        <source>LIVE</source>
        <translation>真实</translation>
    </message>
    <message>
        <source>SIMULATION</source>
        <translation>模拟</translation>
    </message>
    <message>
        <source>DRAFT</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>WHAT-IF</source>
        <translation>推演</translation>
    </message>
    <message>
        <source>NO MARKET</source>
        <translation>无市场</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::OrderDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Type %1</source>
        <translation>输入 %1</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::Panel</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>error: where, what</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>%1: %2; %3.</source>
        <comment>error: where, what, advice</comment>
        <translation>%1：%2；%3。</translation>
    </message>
    <message>
        <source>stale for %1 s</source>
        <translation>%1 s 未更新</translation>
    </message>
</context>
<context>
    <name>gavel::widgets::PanelGroup</name>
    <message>
        <source>Panels of this place</source>
        <translation>此处的面板</translation>
    </message>
</context>
</TS>
