/** What a proposal is, and what the plan itself says of its mid-term review. */
export function ProposalWords({ rule }: { rule: string[] | null }) {
  return (
    <p className="note">
      {rule === null ? null : `规划关于中期评估的规定：${rule.join('；')}。`}
      建议不改变现行内容，不公开；经批准机关批准并登记后生效。年度清单不随之改变，需要的另行修订清单。分年的数不填即不再分年。
    </p>
  )
}
